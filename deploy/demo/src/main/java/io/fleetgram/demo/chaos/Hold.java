package io.fleetgram.demo.chaos;

import io.fleetgram.demo.books.Books;
import io.fleetgram.demo.stack.Until;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Holds up the booking of one node's batches in the middle of its transaction, by locking the rows that it adds to. */
final class Hold implements AutoCloseable {

    private static final String LOCK =
            "SELECT uplink FROM traffic_hour WHERE node_id = (SELECT id FROM node WHERE name = ?) FOR UPDATE";

    /** A statement that takes this long, in milliseconds, waits for these rows. */
    private static final String WAITING = """
        SELECT COUNT(*) FROM information_schema.PROCESSLIST
         WHERE COMMAND = 'Query' AND INFO LIKE 'INSERT INTO traffic_hour%' AND TIME_MS > 60
        """;

    private final Books books;
    private final Connection connection;

    private Hold(Books books, Connection connection) {
        this.books = books;
        this.connection = connection;
    }

    static Hold on(Books books, String node) throws SQLException {
        var connection = books.connect();
        try {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement(LOCK)) {
                lock.setString(1, node);
                lock.executeQuery();
            }
            return new Hold(books, connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Waits until a transaction waits for these rows; false if none comes. */
    boolean holdsOneUp(Duration limit) throws SQLException {
        try (var other = books.connect();
                var question = other.prepareStatement(WAITING)) {
            return Until.isTrue(limit, () -> isWaiting(question));
        }
    }

    private static boolean isWaiting(java.sql.PreparedStatement question) {
        try (var answer = question.executeQuery()) {
            return answer.next() && answer.getInt(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell which transactions wait", e);
        }
    }

    /** Lets the transaction go on; a database that died meanwhile has done so by itself. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException databaseIsAway) {
            System.getLogger(Hold.class.getName())
                    .log(System.Logger.Level.DEBUG, "the lock went with the database", databaseIsAway);
        }
    }
}
