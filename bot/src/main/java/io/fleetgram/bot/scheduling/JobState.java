package io.fleetgram.bot.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a job last did, and whether it may run.
 *
 * @param lastOutcome one sentence; of a failure, what went wrong and its trace id
 * @param failuresInARow 0 once it went well
 * @param runs ever, on all controllers
 * @param lastController that ran it
 */
public record JobState(
        boolean paused,
        Optional<Instant> lastStarted,
        Optional<Instant> lastFinished,
        String lastOutcome,
        boolean lastFailed,
        int failuresInARow,
        long runs,
        String lastController) {

    public static final JobState NEVER_RUN =
            new JobState(false, Optional.empty(), Optional.empty(), "", false, 0, 0, "");

    /** How long the last finished run took; empty while it runs or when none has finished. */
    public Optional<Duration> lastTook() {
        return lastStarted.flatMap(started -> lastFinished
                .filter(finished -> !finished.isBefore(started))
                .map(finished -> Duration.between(started, finished)));
    }
}
