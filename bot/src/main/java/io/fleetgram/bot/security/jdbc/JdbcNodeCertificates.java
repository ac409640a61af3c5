package io.fleetgram.bot.security.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.security.NodeCertificates;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.Fingerprint;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Node certificates in table {@code node_certificate}. */
@Repository
final class JdbcNodeCertificates implements NodeCertificates {

    private static final String SUPERSEDED = "a newer certificate came into use";

    private static final String NEWEST = """
            SELECT c.certificate FROM node_certificate c JOIN node n ON n.id = c.node_id
            WHERE n.node_key = :node AND c.key_hash = :key AND c.revoked_at IS NULL AND c.not_after > :at %s
            ORDER BY c.issued_at DESC LIMIT 1
            """;

    private static final String REVOKED = """
            SELECT c.serial, n.node_key, n.state, c.revoked_why FROM node_certificate c JOIN node n ON n.id = c.node_id
            WHERE c.revoked_at IS NOT NULL AND %s
            """;

    private final JdbcClient jdbc;

    JdbcNodeCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(String nodeKey, X509Certificate certificate, Instant at) {
        jdbc.sql("""
                        INSERT INTO node_certificate (serial, node_id, certificate, key_hash, not_after, issued_at)
                        SELECT :serial, id, :certificate, :key, :notAfter, :at FROM node WHERE node_key = :node
                        """)
                .param("serial", Certificates.serial(certificate))
                .param("certificate", Certificates.toDer(certificate))
                .param("key", Fingerprint.of(certificate.getPublicKey()).bytes())
                .param("notAfter", DatabaseTime.of(certificate.getNotAfter().toInstant()))
                .param("at", DatabaseTime.of(at))
                .param("node", nodeKey)
                .update();
    }

    @Override
    public Optional<X509Certificate> newestFor(String nodeKey, Fingerprint key, Instant at) {
        return certificate(NEWEST.formatted(""), nodeKey, key, at);
    }

    @Override
    public Optional<X509Certificate> unusedFor(String nodeKey, Fingerprint key, Instant at) {
        return certificate(NEWEST.formatted("AND c.first_used_at IS NULL"), nodeKey, key, at);
    }

    @Override
    public boolean markUsed(String serial, Instant at) {
        return jdbc.sql(
                                "UPDATE node_certificate SET first_used_at = :at WHERE serial = :serial AND first_used_at IS NULL")
                        .param("at", DatabaseTime.of(at))
                        .param("serial", serial)
                        .update()
                == 1;
    }

    @Override
    public boolean any(String nodeKey) {
        return !good(nodeKey).isEmpty();
    }

    @Override
    public List<String> supersede(String nodeKey, String serial, Instant at) {
        var others =
                good(nodeKey).stream().filter(other -> !other.equals(serial)).toList();
        others.forEach(other -> revoke(other, SUPERSEDED, at));
        return others;
    }

    @Override
    public List<String> revokeAll(String nodeKey, String why, Instant at) {
        var all = good(nodeKey);
        all.forEach(serial -> revoke(serial, why, at));
        return all;
    }

    @Override
    public List<Revoked> revoked() {
        return jdbc.sql(REVOKED.formatted("TRUE"))
                .query(JdbcNodeCertificates::toRevoked)
                .list();
    }

    @Override
    public Optional<Revoked> revoked(String serial) {
        return jdbc.sql(REVOKED.formatted("c.serial = :serial"))
                .param("serial", serial)
                .query(JdbcNodeCertificates::toRevoked)
                .optional();
    }

    private static Revoked toRevoked(ResultSet row, int number) throws SQLException {
        var why = row.getString("state").equals("REMOVED")
                ? Revocation.NODE_REMOVED
                : SUPERSEDED.equals(row.getString("revoked_why")) ? Revocation.SUPERSEDED : Revocation.BY_OPERATOR;
        return new Revoked(row.getString("serial"), row.getString("node_key"), why);
    }

    private List<String> good(String nodeKey) {
        return jdbc.sql("""
                        SELECT c.serial FROM node_certificate c JOIN node n ON n.id = c.node_id
                        WHERE n.node_key = :node AND c.revoked_at IS NULL ORDER BY c.serial
                        """)
                .param("node", nodeKey)
                .query((row, number) -> row.getString("serial"))
                .list();
    }

    private void revoke(String serial, String why, Instant at) {
        jdbc.sql("UPDATE node_certificate SET revoked_at = :at, revoked_why = :why WHERE serial = :serial")
                .param("at", DatabaseTime.of(at))
                .param("why", why)
                .param("serial", serial)
                .update();
    }

    private Optional<X509Certificate> certificate(String sql, String nodeKey, Fingerprint key, Instant at) {
        return jdbc.sql(sql)
                .param("node", nodeKey)
                .param("key", key.bytes())
                .param("at", DatabaseTime.of(at))
                .query((row, number) -> read(row.getBytes("certificate")))
                .optional();
    }

    private static X509Certificate read(byte[] der) {
        try {
            return Certificates.fromDer(der);
        } catch (CertificateException e) {
            throw new IllegalStateException("a node certificate in the database cannot be read", e);
        }
    }
}
