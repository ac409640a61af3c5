package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.JoinTokens;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeState;
import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.jdbc.Columns;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.shared.pki.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Join tokens in table {@code join_token}. */
@Repository
final class JdbcJoinTokens implements JoinTokens {

    private static final String UNKNOWN =
            "This join token is not known, or its 15 minutes are over: ask the bot for a new join command.";
    private static final String ANOTHER_KEY =
            "Another machine has used this join token already: ask the bot for a new join command.";

    private final JdbcClient jdbc;

    JdbcJoinTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            Instant expiresAt, Optional<byte[]> boundKey, CredentialKind kind, io.fleetgram.bot.fleet.Node node) {
        static Row read(ResultSet row, int number) throws SQLException {
            return new Row(
                    Columns.instant(row, "expires_at"),
                    Optional.ofNullable(row.getBytes("bound_key")),
                    CredentialKind.valueOf(row.getString("credential")),
                    NodeRow.read(row, number));
        }
    }

    @Override
    public void add(byte[] tokenHash, NodeKey node, CredentialKind kind, Instant createdAt, Instant expiresAt) {
        int added = jdbc.sql("""
                        INSERT INTO join_token (token_hash, node_id, credential, created_at, expires_at)
                        SELECT :hash, id, :kind, :createdAt, :expiresAt FROM node WHERE node_key = :node AND state <> 'REMOVED'
                        """)
                .param("hash", tokenHash)
                .param("node", node.text())
                .param("kind", kind.name())
                .param("createdAt", DatabaseTime.of(createdAt))
                .param("expiresAt", DatabaseTime.of(expiresAt))
                .update();
        if (added == 0) {
            throw new IllegalArgumentException("there is no node " + node);
        }
    }

    @Override
    public Claim claim(byte[] tokenHash, Fingerprint key, CredentialKind kind, Instant at) {
        var found = jdbc.sql("SELECT j.expires_at, j.bound_key, j.credential, " + NodeRow.COLUMNS
                        + " FROM join_token j JOIN node n ON n.id = j.node_id WHERE j.token_hash = :hash FOR UPDATE")
                .param("hash", tokenHash)
                .query(Row::read)
                .optional()
                .filter(row -> row.expiresAt().isAfter(at))
                .filter(row -> row.node().state() != NodeState.REMOVED);
        if (found.isEmpty()) {
            return new Claim.Refused(UNKNOWN);
        }
        var row = found.get();
        if (row.kind() != kind) {
            return new Claim.Refused(
                    "This join command is for a node that comes %s: ask the bot for a new join command."
                            .formatted(
                                    row.kind() == CredentialKind.TOKEN
                                            ? "through a proxy"
                                            : "straight to a controller"));
        }
        if (row.boundKey().filter(bound -> !Arrays.equals(bound, key.bytes())).isPresent()) {
            return new Claim.Refused(ANOTHER_KEY);
        }
        jdbc.sql("UPDATE join_token SET bound_key = :key WHERE token_hash = :hash")
                .param("key", key.bytes())
                .param("hash", tokenHash)
                .update();
        return new Claim.Granted(row.node());
    }

    @Override
    public int purge(Instant endedBefore) {
        return jdbc.sql("DELETE FROM join_token WHERE expires_at < :before")
                .param("before", DatabaseTime.of(endedBefore))
                .update();
    }
}
