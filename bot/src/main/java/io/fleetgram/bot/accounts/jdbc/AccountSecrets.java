package io.fleetgram.bot.accounts.jdbc;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.Credentials;
import io.fleetgram.bot.accounts.SubscriptionToken;
import io.fleetgram.bot.security.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The columns of {@code account} that hold secrets. The UUID is plain: nodes and lookups by the set need it. */
@Component
final class AccountSecrets {

    private static final String PASSWORD = "account.password";
    private static final String TOKEN = "account.subscription-token";

    private final JdbcClient database;
    private final Sealer sealer;

    AccountSecrets(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    Optional<SubscriptionToken> token(AccountKey key) {
        return database.sql("SELECT subscription_token FROM account WHERE account_key = ? AND status <> 'DELETED'")
                .param(key.text())
                .query((row, number) -> new SubscriptionToken(open(TOKEN, row.getBytes("subscription_token"))))
                .optional();
    }

    Optional<Credentials> credentials(AccountKey key) {
        return database.sql("SELECT uuid, password FROM account WHERE account_key = ? AND status <> 'DELETED'")
                .param(key.text())
                .query((row, number) -> new Credentials(
                        UUID.fromString(row.getString("uuid")), open(PASSWORD, row.getBytes("password"))))
                .optional();
    }

    /** Binds {@code :uuid}, {@code :fingerprint}, {@code :password}, {@code :hash} and {@code :token}. */
    JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, Credentials credentials, SubscriptionToken token) {
        return statement
                .param("uuid", credentials.uuid().toString())
                .param("fingerprint", credentials.fingerprint())
                .param("password", seal(PASSWORD, credentials.password()))
                .param("hash", token.hash())
                .param("token", seal(TOKEN, token.text()));
    }

    private byte[] seal(String purpose, String secret) {
        return sealer.seal(purpose, secret.getBytes(StandardCharsets.UTF_8));
    }

    private String open(String purpose, byte[] sealed) {
        return new String(sealer.open(purpose, sealed), StandardCharsets.UTF_8);
    }
}
