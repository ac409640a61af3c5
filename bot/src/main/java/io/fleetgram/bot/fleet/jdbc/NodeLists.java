package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.NodeCondition;
import io.fleetgram.bot.fleet.NodeCounts;
import io.fleetgram.bot.fleet.NodeFilter;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.NodePage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of nodes with their status, any page in two queries. */
@Component
final class NodeLists {

    /** Says in SQL what {@link NodeCondition#of} says in Java. */
    private static final String CONDITION = """
            CASE
                WHEN n.state = 'PENDING' THEN 'PENDING'
                WHEN n.state IN ('DISABLED', 'REMOVED') THEN 'DISABLED'
                WHEN s.health = 'OFFLINE' OR (s.health IS NULL AND s.silent_since IS NOT NULL) THEN 'OFFLINE'
                WHEN n.state = 'DRAINING' THEN 'DRAINING'
                WHEN s.health = 'DEGRADED' OR s.silent_since IS NOT NULL THEN 'DEGRADED'
                WHEN COALESCE(s.core_state, '') <> 'RUNNING' THEN 'DEGRADED'
                WHEN EXISTS (SELECT 1 FROM node_failed_entry f WHERE f.node_id = n.id AND NOT f.unsupported) THEN 'DEGRADED'
                ELSE 'ONLINE'
            END
            """;

    private static final String FROM = " FROM node n LEFT JOIN node_status s ON s.node_id = n.id ";

    private static final String FILTERED = FROM + """
            WHERE n.state <> 'REMOVED'
              AND (:condition IS NULL OR %s = :condition)
              AND (:tag IS NULL OR EXISTS (SELECT 1 FROM node_tag t WHERE t.node_id = n.id AND t.tag = :tag))
              AND (:text IS NULL OR LOCATE(:text, LOWER(n.name)) > 0 OR LOCATE(:text, LOWER(n.address)) > 0)
            """.formatted(CONDITION);

    private static final String OVERVIEW = "SELECT " + NodeRow.COLUMNS + ", " + StatusRow.COLUMNS;

    private final JdbcClient jdbc;

    NodeLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    NodePage page(NodeFilter filter, int offset, int limit) {
        int total = filtered("SELECT COUNT(*)" + FILTERED, filter)
                .query(Integer.class)
                .single();
        var order =
                " ORDER BY %s IN ('OFFLINE', 'DEGRADED') DESC, n.name LIMIT :limit OFFSET :offset".formatted(CONDITION);
        var nodes = filtered(OVERVIEW + FILTERED + order, filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(NodeLists::overview)
                .list();
        return new NodePage(nodes, total);
    }

    Optional<NodeOverview> find(NodeKey key) {
        return jdbc.sql(OVERVIEW + FROM + "WHERE n.node_key = :key AND n.state <> 'REMOVED'")
                .param("key", key.text())
                .query(NodeLists::overview)
                .optional();
    }

    NodeCounts counts() {
        var counts = new EnumMap<NodeCondition, Integer>(NodeCondition.class);
        jdbc.sql("SELECT node_condition, COUNT(*) AS nodes FROM (SELECT " + CONDITION + " AS node_condition" + FROM
                        + "WHERE n.state <> 'REMOVED') AS conditions GROUP BY node_condition")
                .query(row -> {
                    counts.put(NodeCondition.valueOf(row.getString("node_condition")), row.getInt("nodes"));
                });
        return new NodeCounts(counts);
    }

    private JdbcClient.StatementSpec filtered(String sql, NodeFilter filter) {
        return jdbc.sql(sql)
                .param("condition", filter.condition().map(Enum::name).orElse(null))
                .param("tag", filter.tag().orElse(null))
                .param(
                        "text",
                        filter.text().map(text -> text.toLowerCase(Locale.ROOT)).orElse(null));
    }

    private static NodeOverview overview(ResultSet row, int number) throws SQLException {
        return new NodeOverview(NodeRow.read(row, number), StatusRow.read(row));
    }
}
