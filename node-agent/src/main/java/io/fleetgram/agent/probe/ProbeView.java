package io.fleetgram.agent.probe;

import io.fleetgram.agent.controller.StatusReport;
import java.time.Duration;
import java.util.Optional;

/**
 * The agent at one moment.
 *
 * @param nodeName as operators know the node
 * @param controllerAnswers whether the last poll was answered
 * @param trouble why the last convergence did not end well; empty if it did
 * @param uptime of the agent
 * @param readingAge time since the last reading of the core's counters that is on disk began; empty before the first
 * @param waitingRows traffic rows on disk that are not sealed yet
 * @param certificateDays until the node's certificate ends, or its token is due to be replaced
 */
public record ProbeView(
        String nodeKey,
        String nodeName,
        boolean controllerAnswers,
        String trouble,
        Duration uptime,
        Optional<Duration> readingAge,
        int waitingRows,
        long certificateDays,
        StatusReport status) {

    /** Says whether users are served as they should be; a controller that is away is no sickness. */
    public boolean isHealthy() {
        return trouble.isEmpty();
    }
}
