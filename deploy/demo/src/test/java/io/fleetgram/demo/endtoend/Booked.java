package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.mariadb.PrivateMariaDb;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the controller has booked for an account, to the byte; the chat shows the same rounded.
 *
 * @param byNode by the node's name
 */
record Booked(Map<String, Amount> byNode) {

    private static final String BY_NODE = """
            SELECT node.name, SUM(traffic_hour.uplink), SUM(traffic_hour.downlink)
              FROM traffic_hour
              JOIN node ON node.id = traffic_hour.node_id
              JOIN account ON account.id = traffic_hour.account_id
             WHERE account.name = ?
             GROUP BY node.name
            """;

    /** Bytes from the client and to it. */
    record Amount(long uplink, long downlink) {

        static final Amount NONE = new Amount(0, 0);

        Amount plus(Amount other) {
            return new Amount(uplink + other.uplink, downlink + other.downlink);
        }
    }

    Booked {
        byNode = Map.copyOf(byNode);
    }

    static Booked of(PrivateMariaDb database, String account) {
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl("fleetgram"), PrivateMariaDb.USER, database.password());
                var query = connection.prepareStatement(BY_NODE)) {
            query.setString(1, account);
            var rows = query.executeQuery();
            var amounts = new TreeMap<String, Amount>();
            while (rows.next()) {
                amounts.put(rows.getString(1), new Amount(rows.getLong(2), rows.getLong(3)));
            }
            return new Booked(amounts);
        } catch (SQLException e) {
            throw new IllegalStateException("The booked traffic of " + account + " could not be read", e);
        }
    }

    Amount on(String node) {
        return byNode.getOrDefault(node, Amount.NONE);
    }
}
