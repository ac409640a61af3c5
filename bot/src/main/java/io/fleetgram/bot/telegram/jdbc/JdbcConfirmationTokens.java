package io.fleetgram.bot.telegram.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.app.ConfirmationTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Confirmation tokens in {@code telegram_confirmation}; only their digests are stored. */
public final class JdbcConfirmationTokens implements ConfirmationTokens {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    public JdbcConfirmationTokens(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void put(String token, Allowed allowed, Instant expires) {
        jdbc.sql("""
                INSERT INTO telegram_confirmation (token_hash, person_id, act, row_version, expires_at)
                VALUES (:hash, :person, :act, :version, :expires)""")
                .param("hash", digest(token))
                .param("person", allowed.personId())
                .param("act", allowed.act().text())
                .param("version", allowed.rowVersion())
                .param("expires", DatabaseTime.of(expires))
                .update();
    }

    @Override
    public Optional<Allowed> find(String token, Instant now) {
        return jdbc.sql("""
                SELECT person_id, act, row_version FROM telegram_confirmation
                WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now""")
                .param("hash", digest(token))
                .param("now", DatabaseTime.of(now))
                .query((row, number) -> new Allowed(
                        row.getLong("person_id"), Address.parse(row.getString("act")), row.getLong("row_version")))
                .optional();
    }

    @Override
    public void use(String token, Instant now) {
        int used = jdbc.sql(
                        "UPDATE telegram_confirmation SET used_at = :now WHERE token_hash = :hash AND used_at IS NULL")
                .param("now", DatabaseTime.of(now))
                .param("hash", digest(token))
                .update();
        if (used == 0) {
            throw new IllegalStateException("the confirmation has been used meanwhile");
        }
    }

    @Override
    public int purge(Instant before, int limit) {
        return transactions.write(
                () -> jdbc.sql("DELETE FROM telegram_confirmation WHERE expires_at < :before LIMIT :limit")
                        .param("before", DatabaseTime.of(before))
                        .param("limit", limit)
                        .update());
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
