package io.fleetgram.bot.alerts.app;

import io.fleetgram.bot.alerts.Alert;
import io.fleetgram.bot.alerts.AlertKind;
import io.fleetgram.bot.alerts.Alerts;
import io.fleetgram.bot.fleet.NodeSyncFailing;
import io.fleetgram.bot.fleet.NodeSyncWell;
import io.fleetgram.bot.sync.IndexMended;
import io.fleetgram.bot.sync.NodeDisagreed;
import io.fleetgram.bot.sync.SecondRun;
import io.fleetgram.bot.traffic.BatchAltered;
import io.fleetgram.bot.traffic.TrafficGap;
import io.fleetgram.bot.traffic.TrafficUnclaimed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which events of the features are alerts, and what they say. */
@Component
final class EventAlerts {

    private final Alerts alerts;

    EventAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    @EventListener
    void on(NodeDisagreed event) {
        raise(AlertKind.NODE_DISAGREED, event.nodeKey(), event.what());
    }

    @EventListener
    void on(IndexMended event) {
        raise(AlertKind.INDEX_MENDED, event.nodeKey(), event.what());
    }

    @EventListener
    void on(SecondRun event) {
        raise(
                AlertKind.SECOND_RUN,
                event.nodeKey(),
                "two agents speak with its identity, like a machine and its clone; end one of them, and join the node again if you do not know which");
    }

    @EventListener
    void on(NodeSyncFailing event) {
        raise(AlertKind.SYNC_FAILING, event.node().text(), event.why());
    }

    @EventListener
    void on(NodeSyncWell event) {
        raise(AlertKind.SYNC_WELL, event.node().text(), "after %d failed attempts".formatted(event.failures()));
    }

    @EventListener
    void on(TrafficGap event) {
        raise(
                AlertKind.TRAFFIC_GAP,
                event.nodeKey(),
                "batch %d was expected and %d came; what is between them is lost unless the node sends it again"
                        .formatted(event.expected(), event.received()));
    }

    @EventListener
    void on(BatchAltered event) {
        raise(
                AlertKind.BATCH_ALTERED,
                event.nodeKey(),
                "batch %d came again with other content, and was not booked; was the node's disk put back from a copy?"
                        .formatted(event.sequence()));
    }

    @EventListener
    void on(TrafficUnclaimed event) {
        raise(
                AlertKind.TRAFFIC_UNCLAIMED,
                event.nodeKey(),
                "%d rows under keys that nobody ever had, or with more than can be, like %s; they are kept on the node and billed to nobody"
                        .formatted(event.keys(), String.join(", ", event.someKeys())));
    }

    private void raise(AlertKind kind, String node, String detail) {
        alerts.raise(new Alert(kind, node, detail));
    }
}
