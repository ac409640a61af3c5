package io.fleetgram.bot.security.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.security.NodeCertificates;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.Fingerprint;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Node certificates in table {@code node_certificate}. */
@Repository
final class JdbcNodeCertificates implements NodeCertificates {

    private static final String NEWEST = """
            SELECT c.certificate FROM node_certificate c JOIN node n ON n.id = c.node_id
            WHERE n.node_key = :node AND c.key_hash = :key AND c.revoked_at IS NULL AND c.not_after > :at %s
            ORDER BY c.issued_at DESC LIMIT 1
            """;

    private final JdbcClient jdbc;
    private final CredentialTable table;

    JdbcNodeCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new CredentialTable(jdbc, "node_certificate", "serial", CredentialKind.CERTIFICATE);
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
        return table.markUsed(serial, at);
    }

    @Override
    public boolean any(String nodeKey) {
        return table.any(nodeKey);
    }

    @Override
    public List<String> supersede(String nodeKey, String serial, Instant at) {
        return table.supersede(nodeKey, serial, at);
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
    public Optional<Revoked> revoked(String serial) {
        return table.revoked(serial);
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
