package io.fleetgram.bot.accounts.jdbc;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.Grant;
import io.fleetgram.bot.accounts.Grants;
import io.fleetgram.bot.inbounds.InboundKey;
import io.fleetgram.bot.inbounds.Protocol;
import io.fleetgram.shared.EntryKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Grants, read from accounts, inbounds, and what lies between them. */
@Repository
class JdbcGrants implements Grants {

    private static final String SELECT = """
            SELECT account.account_key, account.uuid, inbound.inbound_key, inbound.protocol
            FROM account_inbound
            JOIN account ON account.id = account_inbound.account_id
            JOIN inbound ON inbound.id = account_inbound.inbound_id
            WHERE account.status = 'ACTIVE' AND inbound.enabled AND inbound.deleted_at IS NULL
            """;

    /** Keys in one statement. */
    private static final int CHUNK = 500;

    /** Rows that the driver holds at a time while all are read. */
    private static final int ROWS_HELD = 1_000;

    private final JdbcClient database;

    JdbcGrants(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Grant> present(Collection<EntryKey.UserOnInbound> keys) {
        var left = List.copyOf(keys);
        var grants = new ArrayList<Grant>();
        while (!left.isEmpty()) {
            var chunk = Set.copyOf(left.subList(0, Math.min(CHUNK, left.size())));
            grants.addAll(chunk(chunk));
            left = left.subList(Math.min(CHUNK, left.size()), left.size());
        }
        return grants;
    }

    @Override
    public void all(Consumer<Grant> sink) {
        database.sql(SELECT).withFetchSize(ROWS_HELD).query(row -> {
            sink.accept(read(row, 0));
        });
    }

    private List<Grant> chunk(Set<EntryKey.UserOnInbound> keys) {
        // A list of keys is looked up by the index, a list of pairs is not.
        return database
                .sql(SELECT + " AND account.account_key IN (:accounts) AND inbound.inbound_key IN (:inbounds)")
                .param("accounts", distinct(keys, EntryKey.UserOnInbound::account))
                .param("inbounds", distinct(keys, EntryKey.UserOnInbound::inbound))
                .query(JdbcGrants::read)
                .stream()
                .filter(grant -> keys.contains(grant.key()))
                .toList();
    }

    private static Set<String> distinct(
            Collection<EntryKey.UserOnInbound> keys, Function<EntryKey.UserOnInbound, String> part) {
        return keys.stream().map(part).collect(Collectors.toSet());
    }

    private static Grant read(ResultSet row, int number) throws SQLException {
        return new Grant(
                new AccountKey(row.getString("account_key")),
                new InboundKey(row.getString("inbound_key")),
                Protocol.valueOf(row.getString("protocol")),
                UUID.fromString(row.getString("uuid")));
    }
}
