package io.fleetgram.agent.store;

import io.fleetgram.shared.pki.Fingerprint;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * Who this node is to its controllers. No text form shows a secret.
 *
 * @param nodeKey the key by which the fleet names the node
 * @param nodeName the name that operators gave it
 * @param controllers in the order to try them; of the proxies in front of them, where the proof is a token
 */
public record Credentials(String nodeKey, String nodeName, Proof proof, List<ControllerAddress> controllers) {

    public Credentials {
        controllers = List.copyOf(controllers);
        if (controllers.isEmpty()) {
            throw new IllegalArgumentException("credentials without a controller");
        }
    }

    /** Of a node that proves itself by a certificate. */
    public Credentials(
            String nodeKey,
            String nodeName,
            PrivateKey privateKey,
            List<X509Certificate> chain,
            List<ControllerAddress> controllers) {
        this(nodeKey, nodeName, new Proof.ByCertificate(privateKey, chain), controllers);
    }

    /** Returns the certificate that every controller's must descend from. */
    public X509Certificate authority() {
        return proof.authority();
    }

    public Instant renewalDue() {
        return proof.renewalDue();
    }

    /** The same node with another proof. */
    public Credentials with(Proof next) {
        return new Credentials(nodeKey, nodeName, next, controllers);
    }

    @Override
    public String toString() {
        return "node %s (%s), %s, authority %s".formatted(nodeName, nodeKey, proof, Fingerprint.of(authority()));
    }
}
