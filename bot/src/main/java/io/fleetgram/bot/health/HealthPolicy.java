package io.fleetgram.bot.health;

import java.time.Duration;

/**
 * How checks become verdicts.
 *
 * @param failures bad checks in a row that make a verdict worse
 * @param successes good checks in a row that make it better, while the node does not flap
 * @param silent how old an agent's last word may be
 * @param slow how long a port may take to answer
 * @param busyPermille of the processors, above which a node counts as troubled; 1,000 never is
 * @param steady how long a node must stay well for its return to trouble not to count as flapping; each such time forgives a flap
 */
public record HealthPolicy(
        int failures, int successes, Duration silent, Duration slow, int busyPermille, Duration steady) {

    /** One fall is no flapping; from the second on each doubles the good checks needed, up to so many times as many. */
    private static final int MOST_PATIENCE = 16;

    public static final HealthPolicy USUAL =
            new HealthPolicy(3, 2, Duration.ofSeconds(30), Duration.ofMillis(1_500), 970, Duration.ofMinutes(30));

    /** Returns how many good checks in a row make the verdict on a node better that has flapped so often. */
    int successesAfter(int flaps) {
        return successes * Math.min(MOST_PATIENCE, 1 << Math.clamp(flaps - 1L, 0, 30));
    }
}
