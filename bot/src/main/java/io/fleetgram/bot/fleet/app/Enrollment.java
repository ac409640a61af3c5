package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.JoinTokens;
import io.fleetgram.bot.fleet.Joining;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.fleet.TokenHash;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.security.NodeCertificates;
import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import io.fleetgram.shared.pki.CertificateRequest;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.Fingerprint;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Issues node certificates, each together with the row that allows to revoke it. */
public final class Enrollment implements Joining {

    /** How long a node's certificate is valid; agents renew monthly. */
    public static final Duration LIFE = Duration.ofDays(365);
    /** How far a node's clock may be behind ours. */
    private static final Duration SKEW = Duration.ofHours(1);

    private final JoinTokens tokens;
    private final Nodes nodes;
    private final NodeCertificates certificates;
    private final Authority authority;
    private final Transactions transactions;
    private final Audit audit;
    private final SecureRandom random;
    private final InstantSource time;

    public Enrollment(
            JoinTokens tokens,
            Nodes nodes,
            NodeCertificates certificates,
            Authority authority,
            Transactions transactions,
            Audit audit,
            SecureRandom random,
            InstantSource time) {
        this.tokens = tokens;
        this.nodes = nodes;
        this.certificates = certificates;
        this.authority = authority;
        this.transactions = transactions;
        this.audit = audit;
        this.random = random;
        this.time = time;
    }

    @Override
    public Outcome enroll(String token, byte[] request) {
        return switch (CertificateRequest.read(request)) {
            case CertificateRequest.Reading.Refused refused -> new Outcome.RequestRefused(refused.why());
            case CertificateRequest.Reading.Proven proven -> transactions.write(() -> enroll(token, proven.key()));
        };
    }

    @Override
    public Outcome renew(NodeKey node, String serial, byte[] request) {
        return switch (CertificateRequest.read(request)) {
            case CertificateRequest.Reading.Refused refused -> new Outcome.RequestRefused(refused.why());
            case CertificateRequest.Reading.Proven proven ->
                transactions.write(() -> renew(node, serial, proven.key()));
        };
    }

    private Outcome enroll(String token, PublicKey key) {
        var now = time.instant();
        return switch (tokens.claim(TokenHash.of(token), Fingerprint.of(key), CredentialKind.CERTIFICATE, now)) {
            case JoinTokens.Claim.Refused refused -> new Outcome.TokenRefused(refused.why());
            case JoinTokens.Claim.Granted granted -> {
                var node = granted.node();
                var again = certificates.newestFor(node.key().text(), Fingerprint.of(key), now);
                yield issued(node, again.orElseGet(() -> issue(node, key, now, "node.enroll")));
            }
        };
    }

    private Outcome renew(NodeKey nodeKey, String serial, PublicKey key) {
        var now = time.instant();
        Optional<Node> found = nodes.find(nodeKey);
        if (found.isEmpty()) {
            return new Outcome.NodeGone("node " + nodeKey + " was deleted");
        }
        if (certificates.revoked(serial).isPresent()) {
            return new Outcome.CertificateRevoked("the certificate of node %s was revoked".formatted(nodeKey));
        }
        var node = found.get();
        var unused = certificates.unusedFor(node.key().text(), Fingerprint.of(key), now);
        return issued(node, unused.orElseGet(() -> issue(node, key, now, "node.renew")));
    }

    private X509Certificate issue(Node node, PublicKey key, Instant now, String action) {
        var validity = new Validity(now.minus(SKEW), now.plus(LIFE));
        var certificate = authority.get().issueForNode(node.key().text(), key, validity, random);
        certificates.add(node.key().text(), certificate, now);
        audit.write(new AuditEntry(
                new AuditEntry.Actor.NodeActor(node.key().text()),
                action,
                "node:" + node.key(),
                Optional.empty(),
                Optional.of("{\"serial\":\"%s\"}".formatted(Certificates.serial(certificate)))));
        return certificate;
    }

    private Outcome issued(Node node, X509Certificate certificate) {
        return new Outcome.Issued(node, List.of(certificate, authority.get().certificate()));
    }
}
