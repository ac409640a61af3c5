package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.NodeNotice;
import io.fleetgram.bot.fleet.StatusReport.Failure;
import io.fleetgram.bot.platform.DatabaseTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Failed entries and notices, as nodes report them: again and again until they are over, or until a report arrives. */
@Component
final class ReportedEntries {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ReportedEntries(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** An entry that failed before keeps the time since when. Returns those that had not failed before. */
    List<Failure> replaceFailed(long node, List<Failure> failed, Instant at) {
        var now = new HashMap<String, Failure>();
        failed.forEach(failure -> now.put(failure.entryKey(), failure));
        var kept = jdbc.sql("SELECT entry_key FROM node_failed_entry WHERE node_id = :node")
                .param("node", node)
                .query(String.class)
                .set();
        var over = kept.stream()
                .filter(key -> !now.containsKey(key))
                .sorted()
                .map(key -> new Object[] {node, key})
                .toList();
        batches.batchUpdate("DELETE FROM node_failed_entry WHERE node_id = ? AND entry_key = ?", over);
        batches.batchUpdate(
                """
                INSERT INTO node_failed_entry (node_id, entry_key, reason, unsupported, since) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE reason = VALUES(reason), unsupported = VALUES(unsupported)
                """,
                now.values().stream()
                        .sorted(Comparator.comparing(Failure::entryKey))
                        .map(failure -> new Object[] {
                            node, failure.entryKey(), failure.reason(), failure.unsupported(), DatabaseTime.of(at)
                        })
                        .toList());
        return now.values().stream()
                .filter(failure -> !kept.contains(failure.entryKey()))
                .sorted(Comparator.comparing(Failure::entryKey))
                .toList();
    }

    /** A notice that came before is not added again: its report may have been repeated. Returns those that are new. */
    List<NodeNotice> addNotices(long node, List<NodeNotice> notices) {
        return notices.stream().filter(notice -> add(node, notice)).toList();
    }

    private boolean add(long node, NodeNotice notice) {
        return jdbc.sql("""
                            INSERT INTO node_notice (node_id, at, kind, text)
                            SELECT :node, :at, :kind, :text WHERE NOT EXISTS
                                (SELECT 1 FROM node_notice WHERE node_id = :node AND at = :at AND kind = :kind AND text = :text)
                            """)
                        .param("node", node)
                        .param("at", DatabaseTime.of(notice.at()))
                        .param("kind", notice.kind())
                        .param("text", notice.text())
                        .update()
                > 0;
    }
}
