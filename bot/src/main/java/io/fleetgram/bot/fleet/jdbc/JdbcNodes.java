package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.FailedEntry;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeCounts;
import io.fleetgram.bot.fleet.NodeFilter;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeNotice;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.NodePage;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.NodeState;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.platform.jdbc.Columns;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Nodes in tables {@code node} and {@code node_tag}. */
@Repository
final class JdbcNodes implements Nodes {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final NodeLists lists;
    private final NodeTable table;

    JdbcNodes(JdbcClient jdbc, Transactions transactions, NodeLists lists, NodeTable table) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.lists = lists;
        this.table = table;
    }

    @Override
    public Addition add(NodeKey key, NodeProfile profile, Instant at) {
        return transactions.write(() -> {
            if (isTaken(profile.name(), Optional.empty())) {
                return new Addition.NameTaken(profile.name());
            }
            table.insert(key, profile, at);
            return new Addition.Added(find(key).orElseThrow());
        });
    }

    @Override
    public Save save(Node node) {
        return transactions.write(() -> {
            if (isTaken(node.name(), Optional.of(node.key()))) {
                return new Save.NameTaken(node.name());
            }
            return table.update(node) ? new Save.Saved(find(node.key()).orElseThrow()) : new Save.Stale();
        });
    }

    @Override
    public Save remove(Node node, Instant at) {
        return transactions.write(() ->
                table.remove(node, at) ? new Save.Saved(findEver(node.key()).orElseThrow()) : new Save.Stale());
    }

    @Override
    public Optional<Node> find(NodeKey key) {
        return findEver(key).filter(node -> node.state() != NodeState.REMOVED);
    }

    @Override
    public Optional<Node> findEver(NodeKey key) {
        return jdbc.sql("SELECT " + NodeRow.COLUMNS + " FROM node n WHERE n.node_key = :key")
                .param("key", key.text())
                .query(NodeRow::read)
                .optional();
    }

    @Override
    public Optional<Node> findByName(String name) {
        return jdbc.sql("SELECT " + NodeRow.COLUMNS + " FROM node n WHERE n.live_name = :name")
                .param("name", name)
                .query(NodeRow::read)
                .optional();
    }

    @Override
    public Optional<NodeOverview> overview(NodeKey key) {
        return lists.find(key);
    }

    @Override
    public NodePage page(NodeFilter filter, int offset, int limit) {
        return lists.page(filter, offset, limit);
    }

    @Override
    public NodeCounts counts() {
        return lists.counts();
    }

    @Override
    public List<NodeKey> living() {
        return jdbc.sql("SELECT node_key FROM node WHERE state <> 'REMOVED' ORDER BY id")
                .query((row, number) -> new NodeKey(row.getString("node_key")))
                .list();
    }

    @Override
    public Map<NodeKey, Instant> removed() {
        var removed = new HashMap<NodeKey, Instant>();
        jdbc.sql("SELECT node_key, removed_at FROM node WHERE state = 'REMOVED'")
                .query(row -> {
                    removed.put(new NodeKey(row.getString("node_key")), Columns.instant(row, "removed_at"));
                });
        return removed;
    }

    @Override
    public List<FailedEntry> failedEntries(NodeKey key, int limit) {
        return jdbc.sql("""
                        SELECT f.entry_key, f.reason, f.unsupported, f.since FROM node_failed_entry f JOIN node n ON n.id = f.node_id
                        WHERE n.node_key = :key ORDER BY f.since, f.entry_key LIMIT :limit
                        """)
                .param("key", key.text())
                .param("limit", limit)
                .query((row, number) -> new FailedEntry(
                        row.getString("entry_key"),
                        row.getString("reason"),
                        row.getBoolean("unsupported"),
                        Columns.instant(row, "since")))
                .list();
    }

    @Override
    public List<NodeNotice> notices(NodeKey key, int limit) {
        return jdbc.sql("""
                        SELECT o.at, o.kind, o.text FROM node_notice o JOIN node n ON n.id = o.node_id
                        WHERE n.node_key = :key ORDER BY o.at DESC, o.id DESC LIMIT :limit
                        """)
                .param("key", key.text())
                .param("limit", limit)
                .query((row, number) ->
                        new NodeNotice(Columns.instant(row, "at"), row.getString("kind"), row.getString("text")))
                .list();
    }

    private boolean isTaken(String name, Optional<NodeKey> exceptBy) {
        return findByName(name)
                .filter(other -> exceptBy.filter(other.key()::equals).isEmpty())
                .isPresent();
    }
}
