package io.fleetgram.bot.subscription.jdbc;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.InboundKey;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.subscription.Server;
import io.fleetgram.bot.subscription.Servers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Servers in two queries: where the account's inbounds are offered, and what they are. */
@Repository
class JdbcServers implements Servers {

    private static final String OFFERED = """
            SELECT DISTINCT node.name, node.address, COALESCE(node_status.core_capabilities, '') AS capabilities,
                COALESCE(node_status.health, '') = 'OFFLINE' AS offline,
                inbound.inbound_key, inbound.tag
            FROM account
            JOIN account_inbound ON account_inbound.account_id = account.id
            JOIN inbound ON inbound.id = account_inbound.inbound_id AND inbound.enabled AND inbound.deleted_at IS NULL
            JOIN inbound_offer ON inbound_offer.inbound_id = inbound.id
            JOIN node ON node.state = 'JOINED'
                AND (inbound_offer.scope = 'EVERYWHERE'
                    OR (inbound_offer.scope = 'NODE' AND inbound_offer.target = node.node_key))
            LEFT JOIN node_status ON node_status.node_id = node.id
            WHERE account.account_key = ?
              AND NOT EXISTS (
                SELECT 1 FROM node_failed_entry
                WHERE node_failed_entry.node_id = node.id
                  AND node_failed_entry.entry_key IN (
                    CONCAT('i/', inbound.inbound_key),
                    CONCAT('a/', account.account_key, '.', inbound.inbound_key)))
            ORDER BY node.name, inbound.tag
            """;

    private final JdbcClient database;
    private final Inbounds inbounds;

    JdbcServers(JdbcClient database, Inbounds inbounds) {
        this.database = database;
        this.inbounds = inbounds;
    }

    /** An inbound offered on a node, before anybody asked whether the node's core can run it. */
    private record Offered(
            String nodeName, String address, Set<String> capabilities, boolean offline, InboundKey inbound) {

        static Offered read(ResultSet row, int number) throws SQLException {
            var capabilities = Arrays.stream(row.getString("capabilities").split(","))
                    .filter(capability -> !capability.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
            return new Offered(
                    row.getString("name"),
                    row.getString("address"),
                    capabilities,
                    row.getBoolean("offline"),
                    new InboundKey(row.getString("inbound_key")));
        }

        Stream<Server> server(Map<InboundKey, Inbound> definitions) {
            return Stream.ofNullable(definitions.get(inbound))
                    .filter(definition -> definition.on(capabilities) != Inbound.Fit.NOT_ON_THIS_CORE)
                    .map(definition -> new Server(nodeName, address, definition));
        }
    }

    @Override
    public List<Server> of(AccountKey account) {
        var offered =
                database.sql(OFFERED).param(account.text()).query(Offered::read).list();
        var listed = listed(offered);
        var keys = listed.stream().map(Offered::inbound).collect(Collectors.toSet());
        var definitions = inbounds.find(keys).stream().collect(Collectors.toMap(Inbound::key, Function.identity()));
        return listed.stream().flatMap(each -> each.server(definitions)).toList();
    }

    /** Nodes that are offline are left out, unless no other is left: an old answer is better than none. */
    private static List<Offered> listed(List<Offered> offered) {
        var reachable = offered.stream().filter(each -> !each.offline()).toList();
        return reachable.isEmpty() ? offered : reachable;
    }
}
