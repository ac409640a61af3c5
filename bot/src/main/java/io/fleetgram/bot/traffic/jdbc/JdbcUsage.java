package io.fleetgram.bot.traffic.jdbc;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.platform.jdbc.Columns;
import io.fleetgram.bot.traffic.AccountUsage;
import io.fleetgram.bot.traffic.Amount;
import io.fleetgram.bot.traffic.NodeUsage;
import io.fleetgram.bot.traffic.TrafficTops;
import io.fleetgram.bot.traffic.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums over {@code traffic_hour} and rows of {@code account_usage}. */
@Repository
final class JdbcUsage implements Usage, TrafficTops {

    private static final String SUMS =
            "COALESCE(SUM(t.uplink), 0) AS uplink, COALESCE(SUM(t.downlink), 0) AS downlink ";

    /** Node by node, because hours are kept in that order. */
    private static final String SINCE =
            "FROM node n STRAIGHT_JOIN traffic_hour t ON t.node_id = n.id AND t.hour >= :from ";

    private final JdbcClient jdbc;

    JdbcUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AccountUsage of(AccountKey account) {
        return jdbc.sql("""
                        SELECT u.total_uplink AS uplink, u.total_downlink AS downlink, u.last_seen_hour
                        FROM account_usage u JOIN account a ON a.id = u.account_id WHERE a.account_key = :account
                        """)
                .param("account", account.text())
                .query((row, number) -> new AccountUsage(amount(row), lastSeen(row)))
                .optional()
                .orElse(AccountUsage.NONE);
    }

    @Override
    public List<NodeUsage> byNode(AccountKey account) {
        return jdbc.sql("SELECT n.node_key, n.name, " + SUMS + """
                        FROM traffic_hour t JOIN account a ON a.id = t.account_id JOIN node n ON n.id = t.node_id
                        WHERE a.account_key = :account GROUP BY n.id, n.node_key, n.name
                        ORDER BY SUM(t.uplink) + SUM(t.downlink) DESC, n.name
                        """)
                .param("account", account.text())
                .query((row, number) ->
                        new NodeUsage(new NodeKey(row.getString("node_key")), row.getString("name"), amount(row)))
                .list();
    }

    @Override
    public Amount since(Instant from) {
        return jdbc.sql("SELECT " + SUMS + SINCE)
                .param("from", hour(from))
                .query((row, number) -> amount(row))
                .single();
    }

    @Override
    public Amount onNode(NodeKey node, Instant from) {
        return jdbc.sql("SELECT " + SUMS + SINCE + "WHERE n.node_key = :node")
                .param("from", hour(from))
                .param("node", node.text())
                .query((row, number) -> amount(row))
                .single();
    }

    @Override
    public List<Top> accounts(Instant from, int limit) {
        return jdbc.sql("SELECT a.account_key, a.name, " + SUMS + SINCE + """
                        JOIN account a ON a.id = t.account_id GROUP BY a.id, a.account_key, a.name
                        ORDER BY SUM(t.uplink) + SUM(t.downlink) DESC, a.name LIMIT :limit
                        """)
                .param("from", hour(from))
                .param("limit", limit)
                .query((row, number) ->
                        new Top(new AccountKey(row.getString("account_key")), row.getString("name"), amount(row)))
                .list();
    }

    private static long hour(Instant instant) {
        return Duration.between(Instant.EPOCH, instant).toHours();
    }

    private static Optional<Instant> lastSeen(ResultSet row) throws SQLException {
        var hour = Columns.optionalLong(row, "last_seen_hour");
        return hour.isPresent()
                ? Optional.of(Instant.EPOCH.plus(Duration.ofHours(hour.getAsLong())))
                : Optional.empty();
    }

    private static Amount amount(ResultSet row) throws SQLException {
        return new Amount(row.getLong("uplink"), row.getLong("downlink"));
    }
}
