package io.fleetgram.bot.fleet;

import java.time.Instant;
import java.util.List;

/** What is known of the certificates and tokens by which a node proves itself. */
public interface NodeIdentity {

    /** Returns whether the node has a certificate or token that is not revoked. */
    boolean certified(NodeKey node);

    /**
     * Revokes every certificate and token of the node. Call it inside the change of the desired state that tells all controllers.
     *
     * @return what the change log names them by, as hex
     */
    List<String> revokeAll(NodeKey node, String why, Instant at);
}
