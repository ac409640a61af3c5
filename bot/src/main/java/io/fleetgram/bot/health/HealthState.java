package io.fleetgram.bot.health;

import io.fleetgram.bot.fleet.NodeVerdict;
import java.time.Instant;
import java.util.Optional;

/**
 * What the next verdict on a node depends on.
 *
 * @param verdict empty before the first
 * @param since when the verdict became this one
 * @param dead checks in a row, up to the last, that found it dead
 * @param notWell checks in a row that found it dead or troubled
 * @param alive checks in a row that did not find it dead
 * @param well checks in a row that found it well
 * @param flaps how often it fell back soon after it had recovered; forgiven one by one
 * @param flappedAt when that number last changed
 */
public record HealthState(
        Optional<NodeVerdict> verdict,
        Instant since,
        int dead,
        int notWell,
        int alive,
        int well,
        int flaps,
        Instant flappedAt) {

    /** A node that nobody has looked at. */
    public static HealthState unseen(Instant now) {
        return new HealthState(Optional.empty(), now, 0, 0, 0, 0, 0, now);
    }

    boolean is(NodeVerdict other) {
        return verdict.filter(other::equals).isPresent();
    }

    HealthState counting(Grade grade) {
        boolean isDead = grade == Grade.DEAD;
        boolean isWell = grade == Grade.WELL;
        return new HealthState(
                verdict,
                since,
                isDead ? dead + 1 : 0,
                isWell ? 0 : notWell + 1,
                isDead ? 0 : alive + 1,
                isWell ? well + 1 : 0,
                flaps,
                flappedAt);
    }

    HealthState now(NodeVerdict other, Instant at) {
        return new HealthState(Optional.of(other), at, dead, notWell, alive, well, flaps, flappedAt);
    }

    HealthState flapping(int times, Instant at) {
        return new HealthState(verdict, since, dead, notWell, alive, well, times, at);
    }
}
