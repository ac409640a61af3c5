package io.fleetgram.bot.security.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.security.NodeTokens;
import io.fleetgram.shared.pki.NodeToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Node tokens in table {@code node_token}. */
@Repository
final class JdbcNodeTokens implements NodeTokens {

    private final JdbcClient jdbc;
    private final CredentialTable table;

    JdbcNodeTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new CredentialTable(jdbc, "node_token", "token_id", CredentialKind.TOKEN);
    }

    @Override
    public Addition add(String nodeKey, byte[] hash, Instant at) {
        int added = jdbc.sql("""
                        INSERT IGNORE INTO node_token (token_id, node_id, token_hash, issued_at)
                        SELECT :id, id, :hash, :at FROM node WHERE node_key = :node
                        """)
                .param("id", NodeToken.idOf(hash))
                .param("hash", hash)
                .param("at", DatabaseTime.of(at))
                .param("node", nodeKey)
                .update();
        if (added == 1) {
            return Addition.ADDED;
        }
        boolean there =
                find(hash).filter(held -> held.nodeKey().equals(nodeKey)).isPresent()
                        && revoked(NodeToken.idOf(hash)).isEmpty();
        return there ? Addition.THERE : Addition.REFUSED;
    }

    @Override
    public Optional<Held> find(byte[] hash) {
        return jdbc.sql("""
                        SELECT n.node_key, t.token_id FROM node_token t JOIN node n ON n.id = t.node_id
                        WHERE t.token_hash = :hash
                        """)
                .param("hash", hash)
                .query((row, number) -> new Held(row.getString("node_key"), row.getString("token_id")))
                .optional();
    }

    @Override
    public boolean markUsed(String id, Instant at) {
        return table.markUsed(id, at);
    }

    @Override
    public boolean any(String nodeKey) {
        return table.any(nodeKey);
    }

    @Override
    public List<String> supersede(String nodeKey, String id, Instant at) {
        return table.supersede(nodeKey, id, at);
    }

    @Override
    public List<String> revokeAll(String nodeKey, String why, Instant at) {
        return table.revokeAll(nodeKey, why, at);
    }

    @Override
    public List<Revoked> revoked() {
        return table.revoked();
    }

    @Override
    public Optional<Revoked> revoked(String id) {
        return table.revoked(id);
    }
}
