package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.fleet.AgentFacts;
import io.fleetgram.bot.fleet.CoreFacts;
import io.fleetgram.bot.fleet.HostReadings;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeNotice;
import io.fleetgram.bot.fleet.StatusReport;
import io.fleetgram.bot.fleet.SyncAttempts;
import io.fleetgram.shared.EntryKey;
import io.fleetgram.wire.agent.v1.AgentDescription;
import io.fleetgram.wire.agent.v1.CoreStatus;
import io.fleetgram.wire.agent.v1.FailedEntry;
import io.fleetgram.wire.agent.v1.Notice;
import io.fleetgram.wire.agent.v1.ReportStatusRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads status reports. Lengths are those of the columns that the texts end in. */
final class StatusMessages {

    private static final int MOST_FAILED = 20_000;
    private static final int KEPT_FAILED = 1_000;
    private static final int MOST_NOTICES = 200;
    private static final int MOST_PORTS = 64;
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_CAPABILITIES = 32;
    private static final int MOST_FAILED_SYNCS = 1_000_000_000;
    private static final int PERMILLE = 1_000;

    private StatusMessages() {}

    static StatusReport report(String node, ReportStatusRequest message, Instant now) {
        Checked.count("failed", message.getFailedCount(), MOST_FAILED);
        Checked.count("notices", message.getNoticesCount(), MOST_NOTICES);
        var convergence = Checked.shown(message.getLastConvergence(), 500);
        return new StatusReport(
                new NodeKey(node),
                Checked.number("stored_version", message.getStoredVersion()),
                Checked.number("applied_version", message.getAppliedVersion()),
                message.getFailedList().stream()
                        .limit(KEPT_FAILED)
                        .map(StatusMessages::failure)
                        .toList(),
                agent(message.getAgent()),
                core(message.getCore()),
                host(message.getHost()),
                convergence.isEmpty() ? Optional.empty() : Optional.of(convergence),
                message.getNoticesList().stream()
                        .map(notice -> notice(notice, now))
                        .toList(),
                sync(message));
    }

    /** An agent that is too old to say anything of it says that nothing failed and nothing went well. */
    private static SyncAttempts sync(ReportStatusRequest message) {
        int failures = (int) Checked.number("failed_syncs", message.getFailedSyncs(), MOST_FAILED_SYNCS);
        return new SyncAttempts(
                failures, Checked.shown(message.getSyncError(), 1_000), message.getSynced() && failures == 0);
    }

    static AgentFacts agent(AgentDescription message) {
        return new AgentFacts(
                Checked.shown(message.getAgentVersion(), 64),
                Checked.shown(message.getOperatingSystem(), 128),
                Checked.shown(message.getArchitecture(), 32),
                Checked.shown(message.getHostName(), 253));
    }

    private static StatusReport.Failure failure(FailedEntry message) {
        try {
            var key = EntryKey.parse(message.getKey()).text();
            return new StatusReport.Failure(key, Checked.shown(message.getReason(), 1_000), message.getUnsupported());
        } catch (IllegalArgumentException e) {
            throw Checked.invalid("failed.key is the key of an entry");
        }
    }

    /** A notice from the future would be shown first for ever. */
    private static NodeNotice notice(Notice message, Instant now) {
        var at = Checked.moment("notices.at_millis", message.getAtMillis()).orElse(now);
        return new NodeNotice(
                at.isAfter(now) ? now : at,
                Checked.shown(message.getKind(), 40),
                Checked.shown(message.getText(), 1_000));
    }

    private static CoreFacts core(CoreStatus message) {
        Checked.count("core.listening_ports", message.getListeningPortsCount(), MOST_PORTS);
        Checked.count("core.capabilities", message.getCapabilitiesCount(), MOST_CAPABILITIES);
        return new CoreFacts(
                switch (message.getState()) {
                    case RUNNING -> CoreFacts.State.RUNNING;
                    case STOPPED -> CoreFacts.State.STOPPED;
                    case STARTING -> CoreFacts.State.STARTING;
                    case FAILED -> CoreFacts.State.FAILED;
                    case STATE_UNSPECIFIED, UNRECOGNIZED -> CoreFacts.State.UNKNOWN;
                },
                Checked.shown(message.getKind(), 16),
                Checked.shown(message.getVersion(), 64),
                Checked.moment("core.started_at_millis", message.getStartedAtMillis()),
                Checked.shown(message.getLastError(), 2_000),
                capabilities(message.getCapabilitiesList()),
                message.getListeningPortsList().stream()
                        .map(StatusMessages::port)
                        .toList());
    }

    private static Set<String> capabilities(List<String> names) {
        return names.stream().filter(name -> name.matches("[a-z0-9-]{1,14}")).collect(Collectors.toUnmodifiableSet());
    }

    private static Integer port(int port) {
        return (int) Checked.number("core.listening_ports", port, HIGHEST_PORT);
    }

    private static HostReadings host(io.fleetgram.wire.agent.v1.HostReadings message) {
        return new HostReadings(
                (int) Checked.number("host.cpu_permille", message.getCpuPermille(), PERMILLE),
                Checked.number("host.memory_used_bytes", message.getMemoryUsedBytes()),
                Checked.number("host.memory_total_bytes", message.getMemoryTotalBytes()),
                Checked.number("host.disk_used_bytes", message.getDiskUsedBytes()),
                Checked.number("host.disk_total_bytes", message.getDiskTotalBytes()),
                Checked.number("host.receive_rate", message.getReceiveRate()),
                Checked.number("host.transmit_rate", message.getTransmitRate()),
                (int) Checked.number("host.connections", message.getConnections()),
                (int) Checked.number("host.online_accounts", message.getOnlineAccounts()),
                Checked.moment("host.booted_at_millis", message.getBootedAtMillis()));
    }
}
