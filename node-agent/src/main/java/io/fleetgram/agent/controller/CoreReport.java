package io.fleetgram.agent.controller;

import java.time.Instant;
import java.util.List;

/**
 * The core in a status report.
 *
 * @param kind {@code xray}, {@code v2ray} or {@code simulated}; empty if not known yet
 * @param startedAt {@link Instant#EPOCH} while it does not run
 * @param processId 0 while it does not run
 * @param lastError why it does not run; empty while it does
 * @param listeningPorts ports of the machine on which the core's inbounds listen
 */
public record CoreReport(
        State state,
        String kind,
        String version,
        Instant startedAt,
        long processId,
        String lastError,
        List<Integer> listeningPorts,
        List<String> capabilities) {

    /** What the core's process is doing. */
    public enum State {
        RUNNING,
        STOPPED,
        STARTING,
        FAILED
    }

    public CoreReport {
        listeningPorts = List.copyOf(listeningPorts);
        capabilities = List.copyOf(capabilities);
    }
}
