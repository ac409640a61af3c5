package io.fleetgram.agent.controller;

import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.host.HostReadings;
import java.util.List;

/**
 * How this node is doing.
 *
 * @param appliedVersion what the core took; 0 if nothing yet
 * @param storedVersion what is on disk
 * @param run names this start of the agent
 * @param lastConvergence one line on the last convergence that changed something; empty if there was none
 * @param sync whether the desired state gets onto the disk and into the core
 */
public record StatusReport(
        long appliedVersion,
        long storedVersion,
        List<FailedEntry> failed,
        AgentDescription agent,
        CoreReport core,
        HostReadings host,
        Epoch run,
        String lastConvergence,
        List<Notice> notices,
        SyncAttempts.View sync) {

    public StatusReport {
        failed = List.copyOf(failed);
        notices = List.copyOf(notices);
    }
}
