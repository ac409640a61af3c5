package io.fleetgram.bot.fleet;

import java.security.cert.X509Certificate;
import java.util.List;

/** How a machine becomes a node, and how a node gets its next certificate. */
public interface Joining {

    /** How a request for a certificate ended. */
    sealed interface Outcome {
        /**
         * The certificate is issued.
         *
         * @param chain the node's certificate, then the authority's
         */
        record Issued(Node node, List<X509Certificate> chain) implements Outcome {}

        /** The token is unknown, past its end, or another key's. */
        record TokenRefused(String why) implements Outcome {}

        /** The request proves no key. */
        record RequestRefused(String why) implements Outcome {}

        /** The certificate that the node showed was revoked meanwhile. */
        record CertificateRevoked(String why) implements Outcome {}

        /** The node was deleted meanwhile. */
        record NodeGone(String why) implements Outcome {}
    }

    /** Trades a join token and a PKCS#10 request (DER) for a certificate; the same key gets the same one again. */
    Outcome enroll(String token, byte[] request);

    /**
     * Issues another certificate for a node that proved who it is. A request with a key whose certificate was never used
     * gets that certificate again, so a lost answer costs nothing.
     *
     * <p>Call it inside a change of the desired state: whoever revokes holds the same lock, so a certificate that is
     * being revoked brings no new one.
     *
     * @param serial of the certificate that the node showed, in hexadecimal digits
     */
    Outcome renew(NodeKey node, String serial, byte[] request);
}
