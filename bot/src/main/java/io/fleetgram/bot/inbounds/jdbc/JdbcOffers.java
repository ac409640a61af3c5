package io.fleetgram.bot.inbounds.jdbc;

import io.fleetgram.bot.sync.Offers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which nodes offer which inbounds, in one query. */
@Repository
class JdbcOffers implements Offers {

    private static final String OFFERED = """
            SELECT node.node_key, offered.inbound_key
            FROM node
            LEFT JOIN (
                SELECT inbound.inbound_key, inbound_offer.scope, inbound_offer.target
                FROM inbound_offer JOIN inbound ON inbound.id = inbound_offer.inbound_id
                WHERE inbound.enabled AND inbound.deleted_at IS NULL
            ) offered ON offered.scope = 'EVERYWHERE' OR (offered.scope = 'NODE' AND offered.target = node.node_key)
            WHERE node.state <> 'REMOVED'
            """;

    private final JdbcClient database;

    JdbcOffers(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<String, Set<String>> byNode() {
        var offers = new HashMap<String, Set<String>>();
        database.sql(OFFERED).query(row -> {
            var inbounds = offers.computeIfAbsent(row.getString("node_key"), node -> new HashSet<>());
            var inbound = row.getString("inbound_key");
            if (inbound != null) {
                inbounds.add(inbound);
            }
        });
        return offers;
    }
}
