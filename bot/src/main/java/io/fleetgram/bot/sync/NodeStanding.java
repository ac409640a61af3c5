package io.fleetgram.bot.sync;

import io.fleetgram.bot.fleet.NodeStatus;
import java.util.Optional;

/** How a node stands with its desired state, in one word: the worst that is true of it. */
public enum NodeStanding {
    /** It never called. */
    UNHEARD,
    /** It has not called for a while; what it holds may be old. */
    SILENT,
    /** Its attempts to store or apply the state fail. */
    FAILING,
    /** It holds another state than it should, and gets the difference with its next poll. */
    BEHIND,
    /** It holds the state, and its core does not run it yet. */
    APPLYING,
    /** Its core runs the state but for some entries that failed. */
    PARTLY,
    /** Its core runs exactly what it should. */
    IN_STEP;

    /** Versions are not compared with what is wanted: what did not touch the node makes a new one as well. */
    public static NodeStanding of(Optional<NodeStates.Wanted> wanted, NodeStatus status) {
        var held = status.held();
        if (status.lastHeartbeatAt().isEmpty()) {
            return UNHEARD;
        }
        if (status.silentSince().isPresent()) {
            return SILENT;
        }
        if (status.syncTrouble().filter(trouble -> trouble.failures() > 0).isPresent()) {
            return FAILING;
        }
        if (wanted.isEmpty() || !wanted.map(NodeStates.Wanted::hash).equals(held.storedHash())) {
            return BEHIND;
        }
        if (!held.appliedVersion().equals(held.storedVersion())) {
            return APPLYING;
        }
        return status.failedEntries() > 0 ? PARTLY : IN_STEP;
    }
}
