package io.fleetgram.bot.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What certificates and tokens of nodes have in common: they come into use, and they can be revoked. Each has an id of at
 * most 40 hexadecimal digits, which for a certificate is its serial; no two share one.
 */
public interface NodeCredentials {

    /** Why a credential may not be used any more. */
    enum Revocation {
        /** A newer one of the same node came into use. */
        SUPERSEDED,
        /** An operator said so. */
        BY_OPERATOR,
        /** Its node was deleted. */
        NODE_REMOVED
    }

    /** A credential that may not be used any more. */
    record Revoked(String serial, String nodeKey, CredentialKind kind, Revocation why) {}

    /** Takes note that one is in use; returns whether this is the first time. */
    boolean markUsed(String id, Instant at);

    /** Returns whether the node has one that is not revoked. */
    boolean any(String nodeKey);

    /** Revokes the node's others because this one came into use, and returns their ids. */
    List<String> supersede(String nodeKey, String id, Instant at);

    /** Revokes every one of the node, and returns their ids. */
    List<String> revokeAll(String nodeKey, String why, Instant at);

    /** Returns every one that is revoked, also past its end: renewal takes expired certificates, but no revoked ones. */
    List<Revoked> revoked();

    Optional<Revoked> revoked(String id);
}
