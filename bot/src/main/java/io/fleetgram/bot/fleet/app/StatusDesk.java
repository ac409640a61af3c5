package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeEntriesFailed;
import io.fleetgram.bot.fleet.NodeHeardAgain;
import io.fleetgram.bot.fleet.NodeJoined;
import io.fleetgram.bot.fleet.NodeLifecycle;
import io.fleetgram.bot.fleet.NodeNoticed;
import io.fleetgram.bot.fleet.NodeState;
import io.fleetgram.bot.fleet.NodeStatuses;
import io.fleetgram.bot.fleet.NodeSyncFailing;
import io.fleetgram.bot.fleet.NodeSyncWell;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.fleet.StatusReport;
import io.fleetgram.bot.fleet.StatusReports;
import io.fleetgram.bot.fleet.SyncAttempts;
import io.fleetgram.bot.platform.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/** Keeps reports, and lets a pending node join with the first one in which its core answers and runs what it is to run. */
public final class StatusDesk implements StatusReports {

    private final Nodes nodes;
    private final NodeStatuses statuses;
    private final Transactions transactions;
    private final Audit audit;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    public StatusDesk(
            Nodes nodes,
            NodeStatuses statuses,
            Transactions transactions,
            Audit audit,
            InstantSource time,
            ApplicationEventPublisher events) {
        this.nodes = nodes;
        this.statuses = statuses;
        this.transactions = transactions;
        this.audit = audit;
        this.time = time;
        this.events = events;
    }

    @Override
    public void take(StatusReport report) {
        transactions.run(() -> nodes.find(report.node()).ifPresent(node -> take(node, report, time.instant())));
    }

    private void take(Node node, StatusReport report, Instant now) {
        var news = statuses.replace(report, now);
        news.silentSince().ifPresent(silent -> publish(new NodeHeardAgain(node.key(), node.name(), silent)));
        news.notices().forEach(notice -> publish(new NodeNoticed(node.key(), node.name(), notice)));
        tellOfFailed(node, news.failed());
        tellOfSync(node, news.syncFailures(), report.sync());
        boolean joins = report.core().answers()
                && report.appliedVersion() > 0
                && NodeLifecycle.after(node.state(), NodeLifecycle.Trigger.FIRST_REPORT)
                        .filter(NodeState.JOINED::equals)
                        .isPresent();
        if (joins && statuses.join(node.key(), now)) {
            audit.write(new AuditEntry(
                    new AuditEntry.Actor.NodeActor(node.key().text()),
                    "node.join",
                    "node:" + node.key(),
                    Optional.of("{\"state\":\"PENDING\"}"),
                    Optional.of("{\"state\":\"JOINED\"}")));
            publish(new NodeJoined(node.key(), node.name()));
        }
    }

    private void tellOfFailed(Node node, List<StatusReport.Failure> failed) {
        var troubling =
                failed.stream().filter(failure -> !failure.unsupported()).toList();
        if (!troubling.isEmpty()) {
            publish(new NodeEntriesFailed(node.key(), node.name(), troubling));
        }
    }

    /** Once when they are five in a row, and once when it is over. */
    private void tellOfSync(Node node, int before, SyncAttempts now) {
        if (before < SyncAttempts.TOLD_AFTER && now.failures() >= SyncAttempts.TOLD_AFTER) {
            publish(new NodeSyncFailing(node.key(), node.name(), now.error()));
        }
        if (before >= SyncAttempts.TOLD_AFTER && now.succeeded()) {
            publish(new NodeSyncWell(node.key(), node.name(), before));
        }
    }

    private void publish(Object event) {
        transactions.afterCommit(() -> events.publishEvent(event));
    }
}
