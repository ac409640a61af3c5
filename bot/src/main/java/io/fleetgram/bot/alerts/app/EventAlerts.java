package io.fleetgram.bot.alerts.app;

import io.fleetgram.bot.alerts.Alert;
import io.fleetgram.bot.alerts.AlertKind;
import io.fleetgram.bot.alerts.Alerts;
import io.fleetgram.bot.fleet.NodeEntriesFailed;
import io.fleetgram.bot.fleet.NodeNoticed;
import io.fleetgram.bot.fleet.NodeSyncFailing;
import io.fleetgram.bot.fleet.NodeSyncWell;
import io.fleetgram.bot.health.ControllerBack;
import io.fleetgram.bot.health.ControllerCutOff;
import io.fleetgram.bot.health.NodeHealthChanged;
import io.fleetgram.bot.sync.IndexMended;
import io.fleetgram.bot.sync.NodeDisagreed;
import io.fleetgram.bot.sync.SecondRun;
import io.fleetgram.bot.traffic.BatchAltered;
import io.fleetgram.bot.traffic.TrafficGap;
import io.fleetgram.bot.traffic.TrafficUnclaimed;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
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

    /** That a new node is well is told where it joins. */
    @EventListener
    void on(NodeHealthChanged event) {
        var node = event.node().text();
        switch (event.verdict()) {
            case OFFLINE ->
                raise(
                        AlertKind.NODE_OFFLINE,
                        node,
                        event.reason() + "; subscriptions leave it out while another node serves");
            case DEGRADED -> raise(AlertKind.NODE_DEGRADED, node, event.reason());
            case ONLINE ->
                event.before()
                        .ifPresent(before -> raise(
                                AlertKind.NODE_ONLINE,
                                node,
                                "%s for %s"
                                        .formatted(before.name().toLowerCase(Locale.ROOT), roughly(event.lasted()))));
        }
    }

    @EventListener
    void on(ControllerCutOff event) {
        raise(
                AlertKind.CONTROLLER_CUT_OFF,
                Alert.NO_NODE,
                "%d of %d nodes fail at once and nothing speaks for this side: look at this controller's own network. Until then no node is called offline, and subscriptions stay as they are"
                        .formatted(event.failing(), event.serving()));
    }

    @EventListener
    void on(ControllerBack event) {
        raise(AlertKind.CONTROLLER_BACK, Alert.NO_NODE, "after " + roughly(event.after()));
    }

    @EventListener
    void on(NodeEntriesFailed event) {
        var first = event.failed().getFirst();
        int more = event.failed().size() - 1;
        raise(
                AlertKind.ENTRIES_FAILED,
                event.node().text(),
                "%s%s: %s".formatted(first.entryKey(), more == 0 ? "" : " and " + more + " more", first.reason()));
    }

    /** A state that differs is told by the controller itself, which finds it too. */
    @EventListener
    void on(NodeNoticed event) {
        var kind = switch (event.notice().kind()) {
            case "hash-mismatch" -> Optional.<AlertKind>empty();
            case "drift" -> Optional.of(AlertKind.DRIFT);
            case "counter-fell", "counting-begins" -> Optional.of(AlertKind.COUNTING_BROKEN);
            case "journal", "disk" -> Optional.of(AlertKind.DISK_TROUBLE);
            default -> Optional.of(AlertKind.NODE_TROUBLE);
        };
        kind.ifPresent(known -> raise(known, event.node().text(), event.notice().text()));
    }

    private static String roughly(Duration time) {
        return time.toMinutes() == 0 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }

    private void raise(AlertKind kind, String node, String detail) {
        alerts.raise(new Alert(kind, node, detail));
    }
}
