package io.fleetgram.shared.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/**
 * The authority's word that a node was removed, for nodes that reach the controller through somebody else's TLS.
 *
 * <p>What is signed begins with a text that no certificate begins with, and names the node. A node's key is never used again
 * and a removal is never undone, so an old proof is as good as a new one.
 */
public final class RemovalProof {

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final String STATEMENT = "fleetgram: this node was removed: ";

    private RemovalProof() {}

    public static byte[] sign(PrivateKey authority, String nodeKey) {
        try {
            var signer = Signature.getInstance(ALGORITHM);
            signer.initSign(authority);
            signer.update(statement(nodeKey));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the authority's key cannot sign", e);
        }
    }

    /** Says whether this authority signed that this node was removed. */
    public static boolean holds(X509Certificate authority, String nodeKey, byte[] proof) {
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(authority.getPublicKey());
            verifier.update(statement(nodeKey));
            return verifier.verify(proof);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] statement(String nodeKey) {
        return (STATEMENT + nodeKey).getBytes(StandardCharsets.US_ASCII);
    }
}
