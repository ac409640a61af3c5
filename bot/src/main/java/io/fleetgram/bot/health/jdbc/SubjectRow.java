package io.fleetgram.bot.health.jdbc;

import io.fleetgram.bot.fleet.CoreFacts;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeVerdict;
import io.fleetgram.bot.health.HealthState;
import io.fleetgram.bot.health.Subject;
import io.fleetgram.bot.platform.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;

/** Reads a node that is to be checked from a row with the columns of {@link #COLUMNS}. */
final class SubjectRow {

    /** For tables {@code node} as n and, perhaps absent, {@code node_status} as s and {@code node_health} as h. */
    static final String COLUMNS = """
            n.id, n.node_key, n.name, n.address, n.created_at, s.listening_ports, s.core_state, s.last_heartbeat_at, s.cpu_permille,
            h.verdict, h.since, h.dead, h.not_well, h.alive, h.well, h.flaps, h.flapped_at
            """;

    private SubjectRow() {}

    static Subject read(ResultSet row, int number) throws SQLException {
        return new Subject(
                row.getLong("id"),
                new NodeKey(row.getString("node_key")),
                row.getString("name"),
                row.getString("address"),
                Stream.of(Columns.optionalText(row, "listening_ports")
                                .orElse("")
                                .split(",", -1))
                        .filter(port -> !port.isEmpty())
                        .map(Integer::valueOf)
                        .distinct()
                        .toList(),
                Columns.optionalText(row, "core_state").map(CoreFacts.State::valueOf),
                Columns.optionalInstant(row, "last_heartbeat_at"),
                row.getInt("cpu_permille"),
                state(row));
    }

    private static HealthState state(ResultSet row) throws SQLException {
        Instant createdAt = Columns.instant(row, "created_at");
        if (Columns.optionalInstant(row, "since").isEmpty()) {
            return HealthState.unseen(createdAt);
        }
        return new HealthState(
                Columns.optionalText(row, "verdict").map(NodeVerdict::valueOf),
                Columns.instant(row, "since"),
                row.getInt("dead"),
                row.getInt("not_well"),
                row.getInt("alive"),
                row.getInt("well"),
                row.getInt("flaps"),
                Columns.instant(row, "flapped_at"));
    }
}
