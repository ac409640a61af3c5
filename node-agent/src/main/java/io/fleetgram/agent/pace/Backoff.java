package io.fleetgram.agent.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to pause after a failure: short at first, doubling up to a cap, and never the same for two agents.
 *
 * <p>The pause is drawn evenly from the upper half of the present step, so that a thousand agents which lost their
 * controller in the same second come back spread over half the cap, and none later than the cap.
 */
public final class Backoff {

    private final Duration first;
    private final Duration cap;
    private final RandomGenerator random;
    private Duration step;

    public Backoff(Duration first, Duration cap, RandomGenerator random) {
        this.first = first;
        this.cap = cap;
        this.random = random;
        this.step = first;
    }

    /** Returns the next pause and makes the one after it longer. */
    public Duration next() {
        long most = step.toNanos();
        long least = most / 2;
        var doubled = step.multipliedBy(2);
        step = doubled.compareTo(cap) > 0 ? cap : doubled;
        return Duration.ofNanos(least + random.nextLong(most - least + 1));
    }

    public void reset() {
        step = first;
    }
}
