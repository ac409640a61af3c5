package io.fleetgram.bot.fleet;

import java.security.cert.X509Certificate;

/** How a machine behind a proxy that ends TLS becomes a node, and how such a node gets its next token. */
public interface TokenJoining {

    /** How it ended. */
    sealed interface Outcome {
        /**
         * The token is the node's.
         *
         * @param authority by which the node believes that it was removed
         */
        record Taken(Node node, X509Certificate authority) implements Outcome {}

        /** The join token is unknown, past its end, another machine's, or of another kind. */
        record JoinTokenRefused(String why) implements Outcome {}

        /** This token cannot be the node's. */
        record TokenRefused(String why) implements Outcome {}
    }

    /** Trades a join token for the right to use the token with this SHA-256; the same one may ask again. */
    Outcome enroll(String joinToken, byte[] tokenHash);

    /** Adds the next token of a node that proved who it is; the same one may be asked for again. */
    Outcome rotate(NodeKey node, byte[] tokenHash);
}
