package io.fleetgram.bot.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * What a node last said of itself. It decides nothing that a node must run.
 *
 * @param lastHeartbeatAt the last status report or poll
 * @param lastConvergence one line on the last convergence that changed something
 * @param silentSince set when no report came in time
 * @param failedEntries how many entries of its desired state it could not bring into its core though
 *     the core has the feature
 * @param syncTrouble its last failed attempts to take the desired state, if there ever were any
 * @param health the verdict of its checks; empty before the first
 */
public record NodeStatus(
        Optional<Instant> lastHeartbeatAt,
        HeldState held,
        Optional<AgentFacts> agent,
        Optional<CoreFacts> core,
        Optional<HostReadings> host,
        Optional<String> lastConvergence,
        Optional<Instant> silentSince,
        int failedEntries,
        Optional<SyncTrouble> syncTrouble,
        Optional<NodeHealth> health) {

    /** Nothing was ever heard. */
    public static final NodeStatus UNHEARD = new NodeStatus(
            Optional.empty(),
            HeldState.NOTHING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty());
}
