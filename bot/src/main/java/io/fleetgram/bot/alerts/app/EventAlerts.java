package io.fleetgram.bot.alerts.app;

import io.fleetgram.bot.alerts.Alert;
import io.fleetgram.bot.alerts.AlertKind;
import io.fleetgram.bot.alerts.Alerts;
import io.fleetgram.bot.fleet.NodeEntriesFailed;
import io.fleetgram.bot.fleet.NodeHeardAgain;
import io.fleetgram.bot.fleet.NodeNoticed;
import io.fleetgram.bot.fleet.NodeSilent;
import io.fleetgram.bot.fleet.NodeSyncFailing;
import io.fleetgram.bot.fleet.NodeSyncWell;
import io.fleetgram.bot.sync.IndexMended;
import io.fleetgram.bot.sync.NodeDisagreed;
import io.fleetgram.bot.sync.SecondRun;
import io.fleetgram.bot.traffic.BatchAltered;
import io.fleetgram.bot.traffic.TrafficGap;
import io.fleetgram.bot.traffic.TrafficUnclaimed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which events of the features are alerts, and what they say. */
@Component
final class EventAlerts {

    private final Alerts alerts;
    private final InstantSource time;

    EventAlerts(Alerts alerts, InstantSource time) {
        this.alerts = alerts;
        this.time = time;
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

    @EventListener
    void on(NodeSilent event) {
        raise(
                AlertKind.NODE_SILENT,
                event.node().text(),
                "its agent has not been heard of; as long as its core runs its users are served. Look whether the machine is up and reaches this controller");
    }

    @EventListener
    void on(NodeHeardAgain event) {
        var away = Duration.between(event.silentSince(), time.instant());
        raise(AlertKind.NODE_HEARD, event.node().text(), "after %s".formatted(roughly(away)));
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
        kind.ifPresent(known ->
                raise(known, event.node().text(), event.notice().text()));
    }

    private static String roughly(Duration time) {
        return time.toMinutes() == 0 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }

    private void raise(AlertKind kind, String node, String detail) {
        alerts.raise(new Alert(kind, node, detail));
    }
}
