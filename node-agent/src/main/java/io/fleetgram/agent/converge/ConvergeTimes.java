package io.fleetgram.agent.converge;

import java.time.Duration;

/**
 * How often what is repeated while nothing changes.
 *
 * @param readBack between two readings of all users from a core that lists them
 * @param firstRetry before a failed entry is tried again; it doubles with each failure
 * @param longestRetry the most it grows to
 */
public record ConvergeTimes(Duration readBack, Duration firstRetry, Duration longestRetry) {

    public static final ConvergeTimes DEFAULT =
            new ConvergeTimes(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofHours(1));
}
