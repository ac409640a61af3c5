package io.fleetgram.agent.core.process;

import java.time.Duration;

/**
 * How long the supervisor waits for what.
 *
 * @param readiness for a new core's API to answer; a hundred thousand users take a few seconds to load
 * @param adoption for the API of a core that was left running
 * @param answer for one sign of life
 * @param checkEvery between two signs of life
 * @param hungAfter how many signs of life may be missing in a row before a core is ended
 * @param lastReading for the reading of counters before a planned stop
 * @param termination between SIGTERM and SIGKILL
 * @param test for the core's own test of a configuration
 * @param firstPause before the first restart after a death; it doubles with each further death
 * @param longestPause the most it grows to
 * @param stableAfter a core that ran this long died for another reason than the one before it
 */
public record SupervisionTimes(
        Duration readiness,
        Duration adoption,
        Duration answer,
        Duration checkEvery,
        int hungAfter,
        Duration lastReading,
        Duration termination,
        Duration test,
        Duration firstPause,
        Duration longestPause,
        Duration stableAfter) {

    /** The same but for how long a core may take to come up and to give a sign of life. */
    public SupervisionTimes with(Duration otherReadiness, Duration otherAnswer) {
        return new SupervisionTimes(
                otherReadiness,
                adoption,
                otherAnswer,
                checkEvery,
                hungAfter,
                lastReading,
                termination,
                test,
                firstPause,
                longestPause,
                stableAfter);
    }

    public static final SupervisionTimes DEFAULT = new SupervisionTimes(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            6,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofMillis(500),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));
}
