package io.fleetgram.bot.sync.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.sync.LogFloor;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes from the old end of {@code change_log}, a little at a time so that no writer waits long. */
@Repository
final class JdbcLogFloor implements LogFloor {

    private static final int AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    JdbcLogFloor(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public int raise(Instant writtenBefore, long versionsKept) {
        long floor = floor(writtenBefore, versionsKept);
        int removed = 0;
        int now;
        do {
            now = transactions.write(() -> jdbc.sql(
                            "DELETE FROM change_log WHERE version <= :floor ORDER BY version, ordinal LIMIT :most")
                    .param("floor", floor)
                    .param("most", AT_ONCE)
                    .update());
            removed += now;
        } while (now == AT_ONCE);
        return removed;
    }

    /** The newest version stays always: its rows show that the log leads up to it. */
    private long floor(Instant writtenBefore, long versionsKept) {
        return jdbc.sql("""
                        SELECT LEAST(
                            GREATEST(
                                COALESCE((SELECT MAX(version) FROM change_log WHERE written_at < :before), 0),
                                CAST(version AS SIGNED) - :kept),
                            CAST(version AS SIGNED) - 1)
                        FROM desired_state_version WHERE id = 1
                        """)
                .param("before", DatabaseTime.of(writtenBefore))
                .param("kept", versionsKept)
                .query(Long.class)
                .single();
    }
}
