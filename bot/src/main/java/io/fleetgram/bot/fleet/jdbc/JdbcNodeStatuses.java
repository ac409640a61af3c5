package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeStatuses;
import io.fleetgram.bot.fleet.StatusReport;
import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.platform.jdbc.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Node status in tables {@code node_status}, {@code node_failed_entry} and {@code node_notice}. */
@Repository
final class JdbcNodeStatuses implements NodeStatuses {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final StatusTable table;
    private final ReportedEntries entries;

    JdbcNodeStatuses(JdbcClient jdbc, Transactions transactions, StatusTable table, ReportedEntries entries) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.table = table;
        this.entries = entries;
    }

    @Override
    public News replace(StatusReport report, Instant at) {
        return transactions.write(() -> {
            long node = idOf(report.node());
            var before = before(node);
            table.write(node, report, at);
            var failed = entries.replaceFailed(node, report.failed(), at);
            var notices = entries.addNotices(node, report.notices());
            return new News(before.silentSince(), before.syncFailures(), notices, failed);
        });
    }

    private record Before(Optional<Instant> silentSince, int syncFailures) {}

    private Before before(long node) {
        return jdbc.sql("SELECT silent_since, sync_failures FROM node_status WHERE node_id = :node FOR UPDATE")
                .param("node", node)
                .query((row, number) ->
                        new Before(Columns.optionalInstant(row, "silent_since"), row.getInt("sync_failures")))
                .optional()
                .orElse(new Before(Optional.empty(), 0));
    }

    @Override
    public boolean join(NodeKey node, Instant at) {
        return jdbc.sql("""
                        UPDATE node SET state = 'JOINED', joined_at = :at, row_version = row_version + 1
                        WHERE node_key = :node AND state = 'PENDING'
                        """)
                        .param("at", DatabaseTime.of(at))
                        .param("node", node.text())
                        .update()
                == 1;
    }

    @Override
    public List<Silent> markSilent(Instant heardBefore) {
        return transactions.write(() -> {
            var silent = jdbc.sql("""
                            SELECT n.id, n.node_key, n.name, s.last_heartbeat_at FROM node n JOIN node_status s ON s.node_id = n.id
                            WHERE n.state IN ('JOINED', 'DRAINING') AND s.silent_since IS NULL
                              AND s.last_heartbeat_at < :before
                            ORDER BY n.id FOR UPDATE
                            """)
                    .param("before", DatabaseTime.of(heardBefore))
                    .query((row, number) -> new Silent(
                            new NodeKey(row.getString("node_key")),
                            row.getString("name"),
                            Columns.instant(row, "last_heartbeat_at")))
                    .list();
            silent.forEach(
                    node -> jdbc.sql("""
                            UPDATE node_status SET silent_since = last_heartbeat_at
                            WHERE node_id = (SELECT id FROM node WHERE node_key = :node)
                            """).param("node", node.node().text()).update());
            return silent;
        });
    }

    @Override
    public int purgeNotices(Instant before) {
        return jdbc.sql("DELETE FROM node_notice WHERE at < :before")
                .param("before", DatabaseTime.of(before))
                .update();
    }

    private long idOf(NodeKey node) {
        return jdbc.sql("SELECT id FROM node WHERE node_key = :node")
                .param("node", node.text())
                .query(Long.class)
                .single();
    }
}
