package io.fleetgram.bot.fleet;

import java.util.List;
import java.util.Optional;

/**
 * What an agent reports of its node, already checked field by field.
 *
 * @param storedVersion what is on the node's disk; 0 for nothing
 * @param appliedVersion what its core was last brought to; 0 for nothing
 * @param lastConvergence empty when nothing changed since the agent started
 */
public record StatusReport(
        NodeKey node,
        long storedVersion,
        long appliedVersion,
        List<Failure> failed,
        AgentFacts agent,
        CoreFacts core,
        HostReadings host,
        Optional<String> lastConvergence,
        List<NodeNotice> notices,
        SyncAttempts sync) {

    /** An entry that the node could not bring into its core. */
    public record Failure(String entryKey, String reason, boolean unsupported) {}

    public StatusReport {
        failed = List.copyOf(failed);
        notices = List.copyOf(notices);
    }
}
