package io.fleetgram.bot.sync.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.sync.ChangeRow;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The version row and the rows that explain each version. */
@Component
final class ChangeLog {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ChangeLog(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    long lockVersion() {
        return jdbc.sql("SELECT version FROM desired_state_version WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .single();
    }

    long version() {
        return jdbc.sql("SELECT version FROM desired_state_version WHERE id = 1")
                .query(Long.class)
                .single();
    }

    /** Writes the rows of a new version and makes it the present one. The version row must be locked. */
    void write(long version, List<ChangeRow> rows, Instant at) {
        jdbc.sql("UPDATE desired_state_version SET version = :version WHERE id = 1")
                .param("version", version)
                .update();
        var written = DatabaseTime.of(at);
        int[] ordinal = {0};
        batches.batchUpdate("""
                INSERT INTO change_log (version, ordinal, kind, account_key, inbound_key, node_key, serial, written_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, rows.stream().map(ChangeColumns::of).toList(), rows.size(), (statement, columns) -> {
            statement.setLong(1, version);
            statement.setInt(2, ordinal[0]++);
            statement.setString(3, columns.kind());
            statement.setString(4, columns.accountKey());
            statement.setString(5, columns.inboundKey());
            statement.setString(6, columns.nodeKey());
            statement.setString(7, columns.serial());
            statement.setObject(8, written);
        });
    }

    /** Returns the rows of the versions above the first and up to the second, in their order. */
    List<LoggedChange> between(long above, long upTo) {
        return jdbc.sql("""
                        SELECT version, kind, account_key, inbound_key, node_key, serial FROM change_log
                        WHERE version > :above AND version <= :upTo ORDER BY version, ordinal
                        """)
                .param("above", above)
                .param("upTo", upTo)
                .query((row, number) -> new LoggedChange(
                        row.getLong("version"), ChangeColumns.read(row).toRow()))
                .list();
    }

    /**
     * The newest rows that were asked for.
     *
     * @param floor the version after which they are complete
     */
    record Newest(long floor, List<LoggedChange> rows) {}

    /** Returns at most so many rows, of whole versions only. */
    Newest newest(long version, int most) {
        var ends = jdbc.sql("""
                        SELECT COALESCE(MIN(version), :version + 1) AS oldest, COUNT(*) AS counted FROM
                            (SELECT version FROM change_log ORDER BY version DESC, ordinal DESC LIMIT :most) AS newest
                        """)
                .param("version", version)
                .param("most", most)
                .query((row, number) -> new long[] {row.getLong("oldest"), row.getLong("counted")})
                .single();
        // When there are more rows, the oldest version of these may be cut in two.
        long floor = ends[1] < most ? ends[0] - 1 : ends[0];
        return new Newest(floor, between(floor, version));
    }
}
