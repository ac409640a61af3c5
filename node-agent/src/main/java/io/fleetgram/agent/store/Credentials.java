package io.fleetgram.agent.store;

import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.Fingerprint;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who this node is to its controllers. No text form shows the private key.
 *
 * @param nodeKey the key by which the fleet names the node
 * @param nodeName the name that operators gave it
 * @param chain the node's certificate, then the authority's
 * @param controllers in the order to try them
 */
public record Credentials(
        String nodeKey,
        String nodeName,
        PrivateKey privateKey,
        List<X509Certificate> chain,
        List<ControllerAddress> controllers) {

    private static final Duration MONTH = Duration.ofDays(30);

    public Credentials {
        chain = List.copyOf(chain);
        controllers = List.copyOf(controllers);
        if (chain.size() < 2) {
            throw new IllegalArgumentException("a chain is the node's certificate and the authority's");
        }
        if (controllers.isEmpty()) {
            throw new IllegalArgumentException("credentials without a controller");
        }
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Returns the key pair; the public half is the certificate's. */
    public KeyPair keys() {
        return new KeyPair(certificate().getPublicKey(), privateKey);
    }

    /** Returns the certificate that every controller's must descend from. */
    public X509Certificate authority() {
        return chain.getLast();
    }

    /** Returns when to ask for the next certificate: a month after this one was issued, or at two thirds of a shorter life. */
    public Instant renewalDue() {
        var from = certificate().getNotBefore().toInstant();
        var life = Duration.between(from, certificate().getNotAfter().toInstant());
        var most = life.multipliedBy(2).dividedBy(3);
        return from.plus(most.compareTo(MONTH) < 0 ? most : MONTH);
    }

    @Override
    public String toString() {
        return "node %s (%s), certificate %s until %s, authority %s"
                .formatted(
                        nodeName,
                        nodeKey,
                        Certificates.serial(certificate()),
                        certificate().getNotAfter().toInstant(),
                        Fingerprint.of(authority()));
    }
}
