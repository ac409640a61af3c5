package io.fleetgram.bot.health.jdbc;

import io.fleetgram.bot.fleet.NodeVerdict;
import io.fleetgram.bot.health.Judged;
import io.fleetgram.bot.platform.DatabaseTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what a round found, in one batch a table, nodes in the order of their keys, as everyone who writes many of them does. */
@Component
final class KeptChecks {

    private static final int LONGEST = 500;

    private final JdbcTemplate batches;

    KeptChecks(JdbcTemplate batches) {
        this.batches = batches;
    }

    void write(List<Judged> nodes, Instant at) {
        batch("""
                INSERT INTO node_health (node_id, verdict, since, dead, not_well, alive, well, flaps, flapped_at, checked_at, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE verdict = VALUES(verdict), since = VALUES(since), dead = VALUES(dead),
                    not_well = VALUES(not_well), alive = VALUES(alive), well = VALUES(well), flaps = VALUES(flaps),
                    flapped_at = VALUES(flapped_at), checked_at = VALUES(checked_at), detail = VALUES(detail)""", nodes, judged -> state(judged, at));
        batch(
                "INSERT INTO node_check (node_id, at, grade, available, latency_ms) VALUES (?, ?, ?, ?, ?)",
                nodes,
                judged -> check(judged, at));
        batch("""
                INSERT INTO node_health_hour (node_id, hour, checks, available) VALUES (?, ?, 1, ?)
                ON DUPLICATE KEY UPDATE checks = checks + 1, available = available + VALUES(available)""", nodes, judged -> new Object[] {
            judged.subject().id(), DatabaseTime.of(at.truncatedTo(ChronoUnit.HOURS)), isAvailable(judged) ? 1 : 0
        });
        batch(
                "INSERT INTO node_health_change (node_id, at, before_verdict, verdict, reason) VALUES (?, ?, ?, ?, ?)",
                nodes.stream().filter(Judged::changed).toList(),
                judged -> change(judged, at));
        batch("""
                UPDATE node_status SET health = ?, health_reason = ?, health_since = ? WHERE node_id = ?
                    AND NOT (health <=> ? AND health_reason <=> ?)""", nodes.stream().filter(KeptChecks::isShown).toList(), KeptChecks::shown);
    }

    private static Object[] state(Judged judged, Instant at) {
        var state = judged.after();
        return new Object[] {
            judged.subject().id(),
            state.verdict().map(Enum::name).orElse(null),
            DatabaseTime.of(state.since()),
            state.dead(),
            state.notWell(),
            state.alive(),
            state.well(),
            state.flaps(),
            DatabaseTime.of(state.flappedAt()),
            DatabaseTime.of(at),
            cut(judged.finding().detail())
        };
    }

    private static Object[] check(Judged judged, Instant at) {
        return new Object[] {
            judged.subject().id(),
            DatabaseTime.of(at),
            judged.finding().grade().code(),
            isAvailable(judged),
            judged.finding().latency().map(Duration::toMillis).orElse(null)
        };
    }

    private static Object[] change(Judged judged, Instant at) {
        return new Object[] {
            judged.subject().id(),
            DatabaseTime.of(at),
            judged.subject().state().verdict().map(Enum::name).orElse(null),
            judged.after().verdict().orElseThrow().name(),
            cut(judged.finding().reason())
        };
    }

    private static boolean isShown(Judged judged) {
        return judged.after().verdict().isPresent() && judged.reason().isPresent();
    }

    private static Object[] shown(Judged judged) {
        var verdict = judged.after().verdict().orElseThrow().name();
        var reason = cut(judged.reason().orElseThrow());
        return new Object[] {
            verdict,
            reason,
            DatabaseTime.of(judged.after().since()),
            judged.subject().id(),
            verdict,
            reason
        };
    }

    private static boolean isAvailable(Judged judged) {
        return judged.after()
                .verdict()
                .filter(verdict -> verdict != NodeVerdict.OFFLINE)
                .isPresent();
    }

    private void batch(String sql, List<Judged> nodes, Function<Judged, Object[]> row) {
        if (!nodes.isEmpty()) {
            batches.batchUpdate(sql, nodes.stream().map(row).toList());
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
