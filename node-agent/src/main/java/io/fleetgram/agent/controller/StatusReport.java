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
        List<Notice> notices) {

    public StatusReport {
        failed = List.copyOf(failed);
        notices = List.copyOf(notices);
    }
}
