package io.fleetgram.bot.health.jdbc;

import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeVerdict;
import io.fleetgram.bot.health.HealthHistory;
import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.jdbc.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads tables {@code node_health}, {@code node_check}, {@code node_health_hour} and {@code node_health_change}. */
@Repository
final class JdbcHealthHistory implements HealthHistory {

    private static final String OF_NODE = " WHERE node_id = (SELECT id FROM node WHERE node_key = :node)";

    private final JdbcClient jdbc;

    JdbcHealthHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Last> last(NodeKey node) {
        return jdbc.sql("SELECT checked_at, detail FROM node_health" + OF_NODE)
                .param("node", node.text())
                .query((row, number) -> new Last(Columns.instant(row, "checked_at"), row.getString("detail")))
                .optional();
    }

    @Override
    public List<Hour> hours(NodeKey node, Instant from) {
        return jdbc.sql("SELECT hour, checks, available FROM node_health_hour" + OF_NODE
                        + " AND hour >= :from ORDER BY hour")
                .param("node", node.text())
                .param("from", DatabaseTime.of(from))
                .query((row, number) ->
                        new Hour(Columns.instant(row, "hour"), row.getInt("checks"), row.getInt("available")))
                .list();
    }

    @Override
    public List<Duration> latencies(NodeKey node, Instant from) {
        return jdbc.sql("SELECT latency_ms FROM node_check" + OF_NODE + " AND at >= :from AND latency_ms IS NOT NULL")
                .param("node", node.text())
                .param("from", DatabaseTime.of(from))
                .query((row, number) -> Duration.ofMillis(row.getLong("latency_ms")))
                .list();
    }

    @Override
    public List<Change> changes(NodeKey node, int most) {
        return jdbc.sql("SELECT at, before_verdict, verdict, reason FROM node_health_change" + OF_NODE
                        + " ORDER BY at DESC, id DESC LIMIT :most")
                .param("node", node.text())
                .param("most", most)
                .query((row, number) -> new Change(
                        Columns.instant(row, "at"),
                        Columns.optionalText(row, "before_verdict").map(NodeVerdict::valueOf),
                        NodeVerdict.valueOf(row.getString("verdict")),
                        row.getString("reason")))
                .list();
    }
}
