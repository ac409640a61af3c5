package io.fleetgram.bot.fleet;

import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.shared.pki.Fingerprint;
import java.time.Instant;

/** One-time tokens, of which only hashes are kept. */
public interface JoinTokens {

    /** What became of a token that was shown. */
    sealed interface Claim {
        /** The token is good, and from now on bound to the key that showed it. */
        record Granted(Node node) implements Claim {}

        /** Unknown, past its end, bound to another key, for another kind of credential, or its node was removed. */
        record Refused(String why) implements Claim {}
    }

    void add(byte[] tokenHash, NodeKey node, CredentialKind kind, Instant createdAt, Instant expiresAt);

    /**
     * Binds the token to the first that shows it. Call it inside the transaction that issues the credential.
     *
     * @param key digest of the machine's public key, or of the token that it made
     */
    Claim claim(byte[] tokenHash, Fingerprint key, CredentialKind kind, Instant at);

    /** Forgets tokens that ended before a moment; returns how many. */
    int purge(Instant endedBefore);
}
