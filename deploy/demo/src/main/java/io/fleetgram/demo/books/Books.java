package io.fleetgram.demo.books;

import io.fleetgram.parts.mariadb.PrivateMariaDb;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The books in the controller's database. */
public final class Books {

    private static final String CELLS = """
        SELECT account.name, node.name, SUM(traffic_hour.uplink), SUM(traffic_hour.downlink)
          FROM traffic_hour
          JOIN node ON node.id = traffic_hour.node_id
          JOIN account ON account.id = traffic_hour.account_id
         GROUP BY account.name, node.name
        """;

    private static final String TOTALS = """
        SELECT account.name, account_usage.total_uplink, account_usage.total_downlink
          FROM account_usage JOIN account ON account.id = account_usage.account_id
        """;

    private static final String UNCLAIMED = "SELECT COALESCE(SUM(uplink + downlink), 0) FROM traffic_unclaimed";

    private final PrivateMariaDb database;

    public Books(PrivateMariaDb database) {
        this.database = database;
    }

    /**
     * A connection of the caller's own.
     *
     * @throws SQLException if the database is away
     */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl("fleetgram"), PrivateMariaDb.USER, database.password());
    }

    /** What is booked of every account on every node. */
    public Map<Cell, Amount> cells() throws SQLException {
        try (var connection = connect();
                var query = connection.prepareStatement(CELLS)) {
            var rows = query.executeQuery();
            var cells = new TreeMap<Cell, Amount>();
            while (rows.next()) {
                cells.put(new Cell(rows.getString(1), rows.getString(2)), new Amount(rows.getLong(3), rows.getLong(4)));
            }
            return cells;
        }
    }

    /** What is booked of every account, by name, as its own sum. */
    public Map<String, Amount> totals() throws SQLException {
        try (var connection = connect();
                var query = connection.prepareStatement(TOTALS)) {
            var rows = query.executeQuery();
            var totals = new TreeMap<String, Amount>();
            while (rows.next()) {
                totals.put(rows.getString(1), new Amount(rows.getLong(2), rows.getLong(3)));
            }
            return totals;
        }
    }

    /** Bytes of both directions under keys that no account has. */
    public long unclaimed() throws SQLException {
        try (var connection = connect();
                var query = connection.prepareStatement(UNCLAIMED)) {
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }
}
