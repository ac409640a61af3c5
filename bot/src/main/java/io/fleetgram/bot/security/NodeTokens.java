package io.fleetgram.bot.security;

import java.time.Instant;
import java.util.Optional;

/** The tokens of nodes that come through a proxy, of which only hashes are kept. */
public interface NodeTokens extends NodeCredentials {

    /** A token that a node has, or had. */
    record Held(String nodeKey, String id) {}

    /** How an addition ended. */
    enum Addition {
        ADDED,
        /** It is this node's already, and good. */
        THERE,
        /** It is another node's, or revoked. */
        REFUSED
    }

    /** Adds a token by its SHA-256. */
    Addition add(String nodeKey, byte[] hash, Instant at);

    /** Finds a token by its SHA-256, also one that is revoked. */
    Optional<Held> find(byte[] hash);
}
