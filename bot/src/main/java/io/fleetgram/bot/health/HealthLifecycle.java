package io.fleetgram.bot.health;

import io.fleetgram.bot.fleet.NodeVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How verdicts follow from checks. Several bad checks in a row make a verdict worse, several good ones better, and a node that
 * falls back soon after each recovery needs more and more of them.
 */
public final class HealthLifecycle {

    private HealthLifecycle() {}

    /** Returns the state after one more check. */
    public static HealthState after(HealthState before, Grade grade, HealthPolicy policy, Instant now) {
        var counted = forgive(before, policy, now).counting(grade);
        return verdict(counted, policy)
                .filter(next -> !counted.is(next))
                .map(next -> moved(counted, next, policy, now))
                .orElse(counted);
    }

    /** One row for each verdict: what it may become, and when. */
    private static Optional<NodeVerdict> verdict(HealthState state, HealthPolicy policy) {
        int successes = policy.successesAfter(state.flaps());
        if (state.verdict().isEmpty()) {
            return first(state, policy);
        }
        return switch (state.verdict().get()) {
            case ONLINE -> worse(state, policy);
            case DEGRADED -> state.well() >= successes ? Optional.of(NodeVerdict.ONLINE) : dead(state, policy);
            case OFFLINE -> {
                if (state.well() >= successes) {
                    yield Optional.of(NodeVerdict.ONLINE);
                }
                yield state.alive() >= successes && state.well() == 0
                        ? Optional.of(NodeVerdict.DEGRADED)
                        : Optional.empty();
            }
        };
    }

    /** A node that serves does not wait for its first verdict. */
    private static Optional<NodeVerdict> first(HealthState state, HealthPolicy policy) {
        if (state.well() > 0) {
            return Optional.of(NodeVerdict.ONLINE);
        }
        return state.alive() > 0 ? Optional.of(NodeVerdict.DEGRADED) : dead(state, policy);
    }

    private static Optional<NodeVerdict> worse(HealthState state, HealthPolicy policy) {
        return dead(state, policy)
                .or(() -> state.notWell() >= policy.failures() ? Optional.of(NodeVerdict.DEGRADED) : Optional.empty());
    }

    private static Optional<NodeVerdict> dead(HealthState state, HealthPolicy policy) {
        return state.dead() >= policy.failures() ? Optional.of(NodeVerdict.OFFLINE) : Optional.empty();
    }

    private static HealthState moved(HealthState state, NodeVerdict next, HealthPolicy policy, Instant now) {
        boolean fellBack = state.is(NodeVerdict.ONLINE) && isRecent(state.since(), policy.steady(), now);
        var counted = fellBack ? state.flapping(state.flaps() + 1, now) : state;
        return counted.now(next, now);
    }

    private static HealthState forgive(HealthState state, HealthPolicy policy, Instant now) {
        return state.flaps() > 0 && !isRecent(state.flappedAt(), policy.steady(), now)
                ? state.flapping(state.flaps() - 1, now)
                : state;
    }

    private static boolean isRecent(Instant then, Duration within, Instant now) {
        return Duration.between(then, now).compareTo(within) < 0;
    }
}
