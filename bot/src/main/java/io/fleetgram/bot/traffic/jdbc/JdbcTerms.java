package io.fleetgram.bot.traffic.jdbc;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.traffic.Amount;
import io.fleetgram.bot.traffic.Booking;
import io.fleetgram.bot.traffic.LateBytes;
import io.fleetgram.bot.traffic.Term;
import io.fleetgram.bot.traffic.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Terms in {@code account_usage} (the present one) and {@code account_term} (those before). */
@Repository
final class JdbcTerms implements Terms {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcTerms(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Term present(AccountKey account) {
        return jdbc.sql("""
                        SELECT u.term_number AS number, u.term_start_hour AS start_hour, NULL AS end_hour,
                            u.term_uplink AS uplink, u.term_downlink AS downlink
                        FROM account_usage u JOIN account a ON a.id = u.account_id WHERE a.account_key = :account
                        """)
                .param("account", account.text())
                .query((row, number) -> term(row))
                .optional()
                .orElse(Term.FIRST);
    }

    @Override
    public List<Term> past(AccountKey account) {
        return jdbc.sql("""
                        SELECT t.number, t.start_hour, t.end_hour, t.uplink, t.downlink
                        FROM account_term t JOIN account a ON a.id = t.account_id WHERE a.account_key = :account
                        ORDER BY t.number DESC
                        """)
                .param("account", account.text())
                .query((row, number) -> term(row))
                .list();
    }

    /** The row is locked first, so that no batch can add to the sums between reading and clearing them. */
    @Override
    public Term startNext(AccountKey account, Instant at) {
        long hour = Duration.between(Instant.EPOCH, at).toHours();
        jdbc.sql("""
                        INSERT INTO account_usage (account_id) SELECT id FROM account WHERE account_key = :account
                        ON DUPLICATE KEY UPDATE term_number = term_number
                        """).param("account", account.text()).update();
        jdbc.sql("""
                        INSERT INTO account_term (account_id, number, start_hour, end_hour, uplink, downlink)
                        SELECT u.account_id, u.term_number, u.term_start_hour, GREATEST(u.term_start_hour, :hour),
                            u.term_uplink, u.term_downlink
                        FROM account_usage u JOIN account a ON a.id = u.account_id WHERE a.account_key = :account
                        """).param("account", account.text()).param("hour", hour).update();
        int begun = jdbc.sql("""
                        UPDATE account_usage u JOIN account a ON a.id = u.account_id
                        SET u.term_number = u.term_number + 1, u.term_start_hour = GREATEST(u.term_start_hour, :hour),
                            u.term_uplink = 0, u.term_downlink = 0
                        WHERE a.account_key = :account
                        """)
                .param("account", account.text())
                .param("hour", hour)
                .update();
        if (begun == 0) {
            throw new IllegalArgumentException("there never was an account " + account);
        }
        return past(account).getFirst();
    }

    /** Moves what was just added to present terms, but lies in hours before them, to the terms of those hours. */
    void moveLate(Booking booking) {
        if (booking.cells().isEmpty()) {
            return;
        }
        var late = LateBytes.among(booking.cells(), laterStarts(booking));
        batches.batchUpdate(
                "UPDATE account_usage SET term_uplink = term_uplink - ?, term_downlink = term_downlink - ? WHERE account_id = ?",
                late.stream()
                        .map(bytes -> new Object[] {bytes.uplink(), bytes.downlink(), bytes.account()})
                        .toList());
        batches.batchUpdate(
                """
                UPDATE account_term SET uplink = uplink + ?, downlink = downlink + ?
                WHERE account_id = ? AND start_hour <= ? ORDER BY number DESC LIMIT 1
                """,
                late.stream()
                        .map(bytes -> new Object[] {bytes.uplink(), bytes.downlink(), bytes.account(), bytes.hour()})
                        .toList());
    }

    /** Returns the begin of those present terms that began after the earliest hour of the booking. */
    private Map<Long, Integer> laterStarts(Booking booking) {
        int earliest = booking.cells().getFirst().hour();
        var accounts = booking.usage().stream().map(Booking.Usage::account).toList();
        var starts = new HashMap<Long, Integer>();
        for (int from = 0; from < accounts.size(); from += AT_ONCE) {
            jdbc.sql("""
                            SELECT account_id, term_start_hour FROM account_usage
                            WHERE account_id IN (:accounts) AND term_start_hour > :earliest
                            """)
                    .param("accounts", accounts.subList(from, Math.min(accounts.size(), from + AT_ONCE)))
                    .param("earliest", earliest)
                    .query(row -> {
                        starts.put(row.getLong("account_id"), row.getInt("term_start_hour"));
                    });
        }
        return starts;
    }

    private static Term term(ResultSet row) throws SQLException {
        var end = row.getObject("end_hour") == null ? Optional.<Instant>empty() : Optional.of(hour(row, "end_hour"));
        return new Term(
                row.getInt("number"),
                hour(row, "start_hour"),
                end,
                new Amount(row.getLong("uplink"), row.getLong("downlink")));
    }

    private static Instant hour(ResultSet row, String column) throws SQLException {
        return Instant.EPOCH.plus(Duration.ofHours(row.getLong(column)));
    }
}
