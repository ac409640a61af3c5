package io.fleetgram.bot.fleet;

import java.time.Instant;
import java.util.List;

/** What is known of the certificates by which a node proves itself. */
public interface NodeIdentity {

    /** Returns whether the node was ever given a certificate that is not revoked. */
    boolean certified(NodeKey node);

    /**
     * Revokes every certificate of the node. Call it inside the change of the desired state that tells all controllers.
     *
     * @return their serials, as hex
     */
    List<String> revokeAll(NodeKey node, String why, Instant at);
}
