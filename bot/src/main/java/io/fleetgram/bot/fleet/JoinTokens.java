package io.fleetgram.bot.fleet;

import io.fleetgram.shared.pki.Fingerprint;
import java.time.Instant;

/** One-time tokens, of which only hashes are kept. */
public interface JoinTokens {

    /** What became of a token that was shown. */
    sealed interface Claim {
        /** The token is good, and from now on bound to the key that showed it. */
        record Granted(Node node) implements Claim {}

        /** Unknown, past its end, bound to another key, or its node was removed. */
        record Refused(String why) implements Claim {}
    }

    void add(byte[] tokenHash, NodeKey node, Instant createdAt, Instant expiresAt);

    /** Binds the token to the first key that shows it. Call it inside the transaction that issues the certificate. */
    Claim claim(byte[] tokenHash, Fingerprint key, Instant at);

    /** Forgets tokens that ended before a moment; returns how many. */
    int purge(Instant endedBefore);
}
