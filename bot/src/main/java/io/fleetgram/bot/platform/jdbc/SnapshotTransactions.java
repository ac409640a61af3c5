package io.fleetgram.bot.platform.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Spring's manager, which opens read-only transactions on the server itself: a snapshot that writes fails.
 *
 * <p>Spring's own way, {@code SET TRANSACTION READ ONLY}, only marks the next transaction. A snapshot that then reads
 * nothing begins none, and the mark falls on whoever gets the connection next.
 */
public final class SnapshotTransactions extends JdbcTransactionManager {

    public SnapshotTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        if (definition.isReadOnly()) {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("START TRANSACTION READ ONLY");
            }
        }
    }
}
