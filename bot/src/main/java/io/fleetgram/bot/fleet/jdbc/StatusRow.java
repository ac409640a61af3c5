package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.AgentFacts;
import io.fleetgram.bot.fleet.CoreFacts;
import io.fleetgram.bot.fleet.HeldState;
import io.fleetgram.bot.fleet.HostReadings;
import io.fleetgram.bot.fleet.NodeHealth;
import io.fleetgram.bot.fleet.NodeStatus;
import io.fleetgram.bot.fleet.NodeVerdict;
import io.fleetgram.bot.fleet.SyncTrouble;
import io.fleetgram.bot.platform.jdbc.Columns;
import io.fleetgram.shared.StateHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a node's status from a row with the columns of {@link #COLUMNS}. */
final class StatusRow {

    /** For a query in which table {@code node} is {@code n} and {@code node_status}, perhaps absent, is {@code s}. */
    static final String COLUMNS = """
            s.last_heartbeat_at, s.stored_version, s.stored_hash, s.applied_version, s.last_sync_at, s.agent_version,
            s.operating_system, s.architecture, s.host_name, s.booted_at, s.core_state, s.core_kind, s.core_version,
            s.core_started_at, s.core_last_error, s.core_capabilities, s.listening_ports, s.cpu_permille, s.memory_used,
            s.memory_total, s.disk_used, s.disk_total, s.receive_rate, s.transmit_rate, s.connections, s.online_accounts,
            s.last_convergence, s.silent_since, s.sync_failures, s.sync_error, s.sync_error_at,
            s.health, s.health_reason, s.health_since,
            (SELECT COUNT(*) FROM node_failed_entry f WHERE f.node_id = n.id AND NOT f.unsupported) AS failed_entries
            """;

    private StatusRow() {}

    static NodeStatus read(ResultSet row) throws SQLException {
        return new NodeStatus(
                Columns.optionalInstant(row, "last_heartbeat_at"),
                held(row),
                agent(row),
                core(row),
                host(row),
                Columns.optionalText(row, "last_convergence"),
                Columns.optionalInstant(row, "silent_since"),
                row.getInt("failed_entries"),
                syncTrouble(row),
                health(row));
    }

    private static Optional<SyncTrouble> syncTrouble(ResultSet row) throws SQLException {
        int failures = row.getInt("sync_failures");
        var error = text(row, "sync_error");
        return Columns.optionalInstant(row, "sync_error_at").map(at -> new SyncTrouble(failures, error, at));
    }

    private static Optional<NodeHealth> health(ResultSet row) throws SQLException {
        var reason = text(row, "health_reason");
        var since = Columns.optionalInstant(row, "health_since");
        return Columns.optionalText(row, "health")
                .map(NodeVerdict::valueOf)
                .flatMap(verdict -> since.map(at -> new NodeHealth(verdict, reason, at)));
    }

    private static HeldState held(ResultSet row) throws SQLException {
        return new HeldState(
                Columns.optionalLong(row, "stored_version"),
                Optional.ofNullable(row.getBytes("stored_hash")).map(StateHash::fromBytes),
                Columns.optionalLong(row, "applied_version"),
                Columns.optionalInstant(row, "last_sync_at"));
    }

    private static Optional<AgentFacts> agent(ResultSet row) throws SQLException {
        if (row.getString("agent_version") == null) {
            return Optional.empty();
        }
        return Optional.of(new AgentFacts(
                row.getString("agent_version"),
                text(row, "operating_system"),
                text(row, "architecture"),
                text(row, "host_name")));
    }

    private static Optional<CoreFacts> core(ResultSet row) throws SQLException {
        if (row.getString("core_state") == null) {
            return Optional.empty();
        }
        return Optional.of(new CoreFacts(
                CoreFacts.State.valueOf(row.getString("core_state")),
                text(row, "core_kind"),
                text(row, "core_version"),
                Columns.optionalInstant(row, "core_started_at"),
                text(row, "core_last_error"),
                Set.copyOf(list(row, "core_capabilities")),
                list(row, "listening_ports").stream().map(Integer::valueOf).toList()));
    }

    private static Optional<HostReadings> host(ResultSet row) throws SQLException {
        if (row.getString("cpu_permille") == null) {
            return Optional.empty();
        }
        return Optional.of(new HostReadings(
                row.getInt("cpu_permille"),
                row.getLong("memory_used"),
                row.getLong("memory_total"),
                row.getLong("disk_used"),
                row.getLong("disk_total"),
                row.getLong("receive_rate"),
                row.getLong("transmit_rate"),
                row.getInt("connections"),
                row.getInt("online_accounts"),
                Columns.optionalInstant(row, "booted_at")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Columns.optionalText(row, column).orElse("");
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return Stream.of(text(row, column).split(",", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
