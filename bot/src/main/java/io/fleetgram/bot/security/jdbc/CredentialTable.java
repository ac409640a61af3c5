package io.fleetgram.bot.security.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.security.NodeCredentials;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables of certificates and tokens have in common. */
final class CredentialTable implements NodeCredentials {

    private static final String SUPERSEDED = "a newer certificate came into use";

    private final JdbcClient jdbc;
    private final String table;
    private final String id;
    private final CredentialKind kind;

    /** @param id column that names a credential */
    CredentialTable(JdbcClient jdbc, String table, String id, CredentialKind kind) {
        this.kind = kind;
        this.jdbc = jdbc;
        this.table = table;
        this.id = id;
    }

    @Override
    public boolean markUsed(String one, Instant at) {
        return jdbc.sql("UPDATE %s SET first_used_at = :at WHERE %s = :id AND first_used_at IS NULL"
                                .formatted(table, id))
                        .param("at", DatabaseTime.of(at))
                        .param("id", one)
                        .update()
                == 1;
    }

    @Override
    public boolean any(String nodeKey) {
        return !good(nodeKey).isEmpty();
    }

    @Override
    public List<String> supersede(String nodeKey, String one, Instant at) {
        var others = good(nodeKey).stream().filter(other -> !other.equals(one)).toList();
        others.forEach(other -> revoke(other, SUPERSEDED, at));
        return others;
    }

    @Override
    public List<String> revokeAll(String nodeKey, String why, Instant at) {
        var all = good(nodeKey);
        all.forEach(one -> revoke(one, why, at));
        return all;
    }

    @Override
    public List<Revoked> revoked() {
        return jdbc.sql(revokedWhere("TRUE")).query(this::toRevoked).list();
    }

    @Override
    public Optional<Revoked> revoked(String one) {
        return jdbc.sql(revokedWhere("c." + id + " = :id"))
                .param("id", one)
                .query(this::toRevoked)
                .optional();
    }

    private String revokedWhere(String condition) {
        return """
                SELECT c.%s AS id, n.node_key, n.state, c.revoked_why FROM %s c JOIN node n ON n.id = c.node_id
                WHERE c.revoked_at IS NOT NULL AND %s
                """.formatted(id, table, condition);
    }

    private Revoked toRevoked(ResultSet row, int number) throws SQLException {
        var why = row.getString("state").equals("REMOVED")
                ? Revocation.NODE_REMOVED
                : SUPERSEDED.equals(row.getString("revoked_why")) ? Revocation.SUPERSEDED : Revocation.BY_OPERATOR;
        return new Revoked(row.getString("id"), row.getString("node_key"), kind, why);
    }

    private List<String> good(String nodeKey) {
        return jdbc.sql("""
                        SELECT c.%s AS id FROM %s c JOIN node n ON n.id = c.node_id
                        WHERE n.node_key = :node AND c.revoked_at IS NULL ORDER BY c.%s
                        """.formatted(id, table, id))
                .param("node", nodeKey)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    private void revoke(String one, String why, Instant at) {
        jdbc.sql("UPDATE %s SET revoked_at = :at, revoked_why = :why WHERE %s = :id".formatted(table, id))
                .param("at", DatabaseTime.of(at))
                .param("why", why)
                .param("id", one)
                .update();
    }
}
