package io.fleetgram.agent.controller;

import io.fleetgram.agent.pace.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The controller's clock, as well as this node knows it.
 *
 * <p>After an answer it is the time in that answer plus what the monotonic clock has moved since, so setting the machine's
 * clock changes nothing. Before the first answer of this run it is the machine's clock, but never before the time that was
 * known last, and never more than 30 days after it.
 */
public final class ControllerClock implements InstantSource {

    /** How far the machine's clock is believed ahead of the last known controller time. */
    static final Duration BELIEVED = Duration.ofDays(30);

    private record Anchor(Instant time, Duration at) {}

    private final InstantSource wall;
    private final MonotonicClock monotonic;
    private final Instant lastKnown;
    private final AtomicReference<Anchor> anchor = new AtomicReference<>();

    /** @param lastKnown controller time at the end of an earlier run; {@link Instant#EPOCH} if there was none */
    public ControllerClock(InstantSource wall, MonotonicClock monotonic, Instant lastKnown) {
        this.wall = wall;
        this.monotonic = monotonic;
        this.lastKnown = lastKnown;
    }

    /** Takes over the time that the controller has just sent. */
    public void learn(Instant controllerTime) {
        anchor.set(new Anchor(controllerTime, monotonic.elapsed()));
    }

    /** Says whether the controller told the time in this run. */
    public boolean isKnown() {
        return anchor.get() != null;
    }

    @Override
    public Instant instant() {
        var known = anchor.get();
        if (known != null) {
            return known.time().plus(monotonic.elapsed().minus(known.at()));
        }
        var now = wall.instant();
        if (lastKnown.equals(Instant.EPOCH)) {
            return now;
        }
        var latest = lastKnown.plus(BELIEVED);
        return now.isBefore(lastKnown) ? lastKnown : now.isAfter(latest) ? latest : now;
    }
}
