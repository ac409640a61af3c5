package io.fleetgram.bot.alerts.jdbc;

import io.fleetgram.bot.alerts.AlertKind;
import io.fleetgram.bot.alerts.AlertMemory;
import io.fleetgram.bot.alerts.Remembered;
import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.jdbc.Columns;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code operator_alert} and {@code operator_alert_turn}. */
@Repository
final class JdbcAlertMemory implements AlertMemory {

    private static final int LONGEST_DETAIL = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcAlertMemory(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void lock() {
        jdbc.sql("UPDATE operator_alert_turn SET writes = writes + 1 WHERE id = 1")
                .update();
    }

    /** Kinds that a newer controller knows are left to it. */
    @Override
    public List<Remembered> all() {
        return jdbc.sql("""
                        SELECT kind, node_key, detail, last_at, untold_since, untold, told_at FROM operator_alert
                        WHERE kind IN (:kinds) ORDER BY kind, node_key""")
                .param("kinds", Stream.of(AlertKind.values()).map(Enum::name).toList())
                .query((row, number) -> new Remembered(
                        AlertKind.valueOf(row.getString("kind")),
                        row.getString("node_key"),
                        row.getString("detail"),
                        Columns.instant(row, "last_at"),
                        Columns.optionalInstant(row, "untold_since"),
                        row.getInt("untold"),
                        Columns.optionalInstant(row, "told_at")))
                .list();
    }

    @Override
    public void keep(List<Remembered> changed) {
        batches.batchUpdate(
                """
                INSERT INTO operator_alert (kind, node_key, detail, last_at, untold_since, untold, told_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE detail = VALUES(detail), last_at = VALUES(last_at),
                    untold_since = VALUES(untold_since), untold = VALUES(untold), told_at = VALUES(told_at)""",
                changed.stream()
                        .sorted(Comparator.comparing(Remembered::kind).thenComparing(Remembered::node))
                        .map(one -> new Object[] {
                            one.kind().name(),
                            one.node(),
                            cut(one.detail()),
                            DatabaseTime.of(one.lastAt()),
                            one.untoldSince().map(DatabaseTime::of).orElse(null),
                            one.untold(),
                            one.toldAt().map(DatabaseTime::of).orElse(null)
                        })
                        .toList());
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("DELETE FROM operator_alert WHERE last_at < :before AND untold = 0")
                .param("before", DatabaseTime.of(before))
                .update();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }
}
