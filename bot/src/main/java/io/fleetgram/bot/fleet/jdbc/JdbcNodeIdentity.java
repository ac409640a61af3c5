package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.NodeIdentity;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.platform.DatabaseTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and revokes rows of {@code node_certificate}. */
@Repository
final class JdbcNodeIdentity implements NodeIdentity {

    private final JdbcClient jdbc;

    JdbcNodeIdentity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean certified(NodeKey node) {
        return !serials(node).isEmpty();
    }

    @Override
    public List<String> revokeAll(NodeKey node, String why, Instant at) {
        var serials = serials(node);
        for (var serial : serials) {
            jdbc.sql("UPDATE node_certificate SET revoked_at = :at, revoked_why = :why WHERE serial = :serial")
                    .param("at", DatabaseTime.of(at))
                    .param("why", why)
                    .param("serial", serial)
                    .update();
        }
        return serials;
    }

    private List<String> serials(NodeKey node) {
        return jdbc.sql("""
                        SELECT c.serial FROM node_certificate c JOIN node n ON n.id = c.node_id
                        WHERE n.node_key = :key AND c.revoked_at IS NULL ORDER BY c.serial
                        """).param("key", node.text()).query(String.class).list();
    }
}
