package io.fleetgram.bot.accounts.jdbc;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountCounts;
import io.fleetgram.bot.accounts.AccountFilter;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.AccountPage;
import io.fleetgram.bot.accounts.AccountStatus;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.Credentials;
import io.fleetgram.bot.accounts.SubscriptionToken;
import io.fleetgram.bot.inbounds.InboundKey;
import io.fleetgram.bot.platform.DatabaseTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts in the tables {@code account} and {@code account_inbound}. */
@Repository
class JdbcAccounts implements Accounts {

    private static final String SELECT =
            "SELECT id, account_key, name, status, created_at, row_version FROM account WHERE status <> 'DELETED'";

    private static final String FILTERED =
            " AND (:status IS NULL OR status = :status) AND (:text IS NULL OR LOCATE(:text, name) > 0)";

    private final JdbcClient database;
    private final AccountSecrets secrets;

    JdbcAccounts(JdbcClient database, AccountSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return database.sql(SELECT + " AND account_key = ?")
                .param(key.text())
                .query(AccountRow::read)
                .optional();
    }

    @Override
    public Optional<Account> named(String name) {
        return database.sql(SELECT + " AND live_name = ?")
                .param(name)
                .query(AccountRow::read)
                .optional();
    }

    @Override
    public Optional<Account> of(SubscriptionToken token) {
        return database.sql(SELECT + " AND subscription_hash = ?")
                .param(token.hash())
                .query(AccountRow::read)
                .optional();
    }

    @Override
    public AccountPage page(AccountFilter filter, int offset, int limit) {
        int total = filtered("SELECT COUNT(*) FROM account WHERE status <> 'DELETED'" + FILTERED, filter)
                .query(Integer.class)
                .single();
        var accounts = filtered(SELECT + FILTERED + " ORDER BY name, id LIMIT :limit OFFSET :offset", filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(AccountRow::read)
                .list();
        return new AccountPage(accounts, total);
    }

    @Override
    public AccountCounts counts() {
        return database.sql("SELECT COALESCE(SUM(status = 'ACTIVE'), 0) AS active,"
                        + " COALESCE(SUM(status = 'SUSPENDED'), 0) AS suspended FROM account")
                .query((row, number) -> new AccountCounts(row.getInt("active"), row.getInt("suspended")))
                .single();
    }

    @Override
    public List<InboundKey> inbounds(AccountKey key) {
        return database.sql("""
                        SELECT inbound.inbound_key FROM account
                        JOIN account_inbound ON account_inbound.account_id = account.id
                        JOIN inbound ON inbound.id = account_inbound.inbound_id
                        WHERE account.account_key = ? ORDER BY inbound.tag
                        """)
                .param(key.text())
                .query((row, number) -> new InboundKey(row.getString("inbound_key")))
                .list();
    }

    @Override
    public Optional<SubscriptionToken> token(AccountKey key) {
        return secrets.token(key);
    }

    @Override
    public Optional<Credentials> credentials(AccountKey key) {
        return secrets.credentials(key);
    }

    @Override
    public boolean collide(Credentials credentials) {
        return database.sql("SELECT COUNT(*) FROM account WHERE uuid_fingerprint = ?")
                        .param(credentials.fingerprint())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void add(
            AccountKey key,
            AccountName name,
            Credentials credentials,
            SubscriptionToken token,
            Collection<InboundKey> inbounds,
            Instant at) {
        secrets.bind(database.sql("""
                                INSERT INTO account (account_key, name, status, uuid, uuid_fingerprint, password,
                                    subscription_hash, subscription_token, created_at)
                                VALUES (:key, :name, 'ACTIVE', :uuid, :fingerprint, :password, :hash, :token, :at)
                                """), credentials, token)
                .param("key", key.text())
                .param("name", name.text())
                .param("at", DatabaseTime.of(at))
                .update();
        for (var inbound : inbounds) {
            database.sql("""
                            INSERT INTO account_inbound (account_id, inbound_id)
                            SELECT account.id, inbound.id FROM account, inbound
                            WHERE account.account_key = ? AND inbound.inbound_key = ?
                            """).param(key.text()).param(inbound.text()).update();
        }
    }

    @Override
    public void move(Account account, AccountStatus to, Instant at) {
        database.sql("""
                        UPDATE account SET status = :status, row_version = row_version + 1,
                            deleted_at = IF(:status = 'DELETED', :at, NULL)
                        WHERE id = :id
                        """)
                .param("status", to.name())
                .param("at", DatabaseTime.of(at))
                .param("id", account.id())
                .update();
    }

    @Override
    public void replace(Account account, Credentials credentials, SubscriptionToken token) {
        secrets.bind(database.sql("""
                                UPDATE account SET uuid = :uuid, uuid_fingerprint = :fingerprint, password = :password,
                                    subscription_hash = :hash, subscription_token = :token,
                                    row_version = row_version + 1
                                WHERE id = :id
                                """), credentials, token)
                .param("id", account.id())
                .update();
    }

    private JdbcClient.StatementSpec filtered(String sql, AccountFilter filter) {
        return database.sql(sql)
                .param("status", filter.status().map(Enum::name).orElse(null))
                .param("text", filter.text().orElse(null));
    }
}
