package io.fleetgram.bot.traffic.jdbc;

import io.fleetgram.bot.traffic.TrafficFigures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums over {@code traffic_hour} and rows of {@code account_usage}. */
@Repository
final class JdbcTrafficFigures implements TrafficFigures {

    private static final String SUMS =
            "COALESCE(SUM(t.uplink), 0) AS uplink, COALESCE(SUM(t.downlink), 0) AS downlink ";

    /** Node by node, because hours are kept in that order. */
    private static final String FROM_HOURS =
            "FROM node n STRAIGHT_JOIN traffic_hour t ON t.node_id = n.id AND t.hour >= :from AND t.hour < :until ";

    private final JdbcClient jdbc;

    JdbcTrafficFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AccountTotals totals(String accountKey) {
        return jdbc.sql("""
                        SELECT u.term_uplink, u.term_downlink, u.total_uplink, u.total_downlink
                        FROM account_usage u JOIN account a ON a.id = u.account_id WHERE a.account_key = :account
                        """)
                .param("account", accountKey)
                .query((row, number) -> new AccountTotals(
                        new Bytes(row.getLong("term_uplink"), row.getLong("term_downlink")),
                        new Bytes(row.getLong("total_uplink"), row.getLong("total_downlink"))))
                .optional()
                .orElse(new AccountTotals(Bytes.NONE, Bytes.NONE));
    }

    @Override
    public List<OnNode> byNode(String accountKey) {
        return jdbc.sql("SELECT n.node_key, n.name, " + SUMS + """
                        FROM traffic_hour t JOIN account a ON a.id = t.account_id JOIN node n ON n.id = t.node_id
                        WHERE a.account_key = :account GROUP BY n.id, n.node_key, n.name
                        ORDER BY SUM(t.uplink) + SUM(t.downlink) DESC, n.name
                        """)
                .param("account", accountKey)
                .query((row, number) -> new OnNode(row.getString("node_key"), row.getString("name"), bytes(row)))
                .list();
    }

    @Override
    public Bytes ofFleet(Hours hours) {
        return jdbc.sql("SELECT " + SUMS + FROM_HOURS)
                .param("from", hours.from())
                .param("until", hours.until())
                .query((row, number) -> bytes(row))
                .single();
    }

    @Override
    public Bytes ofNode(String nodeKey, Hours hours) {
        return jdbc.sql("SELECT " + SUMS + """
                        FROM traffic_hour t WHERE t.node_id = (SELECT id FROM node WHERE node_key = :node)
                          AND t.hour >= :from AND t.hour < :until
                        """)
                .param("node", nodeKey)
                .param("from", hours.from())
                .param("until", hours.until())
                .query((row, number) -> bytes(row))
                .single();
    }

    @Override
    public List<OfAccount> topAccounts(Hours hours, int limit) {
        return jdbc.sql("SELECT a.account_key, a.name, " + SUMS + FROM_HOURS + """
                        JOIN account a ON a.id = t.account_id GROUP BY a.id, a.account_key, a.name
                        ORDER BY SUM(t.uplink) + SUM(t.downlink) DESC, a.name LIMIT :limit
                        """)
                .param("from", hours.from())
                .param("until", hours.until())
                .param("limit", limit)
                .query((row, number) -> new OfAccount(row.getString("account_key"), row.getString("name"), bytes(row)))
                .list();
    }

    private static Bytes bytes(ResultSet row) throws SQLException {
        return new Bytes(row.getLong("uplink"), row.getLong("downlink"));
    }
}
