package io.fleetgram.bench.controller;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** The least that keeps the same rows: multi-row upserts into the two tables of traffic, sorted, one transaction a batch. */
final class BareUpsert implements AutoCloseable {

    /** Rows in one statement; larger ones gain nothing. */
    private static final int ROWS = 1_000;

    /** A row of a batch, as the tables key it. */
    record Row(long account, long inbound, long uplink, long downlink) {}

    private final Connection connection;

    BareUpsert(String url, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    /** Rows must be sorted by account, then inbound. */
    void book(long node, int hour, List<Row> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += ROWS) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS));
            hours(node, hour, some);
            usage(hour, some);
        }
        connection.commit();
    }

    private void hours(long node, int hour, List<Row> rows) throws SQLException {
        var sql = """
                INSERT INTO traffic_hour (node_id, hour, account_id, inbound_id, uplink, downlink) VALUES %s
                ON DUPLICATE KEY UPDATE uplink = uplink + VALUES(uplink), downlink = downlink + VALUES(downlink)
                """.formatted(String.join(",", Collections.nCopies(rows.size(), "(?,?,?,?,?,?)")));
        try (var statement = connection.prepareStatement(sql)) {
            int at = 0;
            for (var row : rows) {
                at = put(statement, at, node, hour, row.account(), row.inbound(), row.uplink(), row.downlink());
            }
            statement.executeUpdate();
        }
    }

    private void usage(int hour, List<Row> rows) throws SQLException {
        var sql = """
                INSERT INTO account_usage
                    (account_id, term_uplink, term_downlink, total_uplink, total_downlink, last_seen_hour) VALUES %s
                ON DUPLICATE KEY UPDATE
                    term_uplink = term_uplink + VALUES(term_uplink), term_downlink = term_downlink + VALUES(term_downlink),
                    total_uplink = total_uplink + VALUES(total_uplink),
                    total_downlink = total_downlink + VALUES(total_downlink),
                    last_seen_hour = GREATEST(COALESCE(last_seen_hour, 0), VALUES(last_seen_hour))
                """.formatted(String.join(",", Collections.nCopies(rows.size(), "(?,?,?,?,?,?)")));
        try (var statement = connection.prepareStatement(sql)) {
            int at = 0;
            for (var row : rows) {
                at = put(
                        statement, at, row.account(), row.uplink(), row.downlink(), row.uplink(), row.downlink(), hour);
            }
            statement.executeUpdate();
        }
    }

    private static int put(PreparedStatement statement, int at, long... values) throws SQLException {
        int place = at;
        for (long value : values) {
            place++;
            statement.setLong(place, value);
        }
        return place;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
