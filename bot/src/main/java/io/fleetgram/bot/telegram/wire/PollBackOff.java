package io.fleetgram.bot.telegram.wire;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/**
 * Pauses after failed polls: half a second, doubling to 15 s, each up to half as long or short, or what Telegram asked for.
 *
 * <p>The library's own gives up for 15 minutes after 15 minutes, and does not hear what Telegram asks.
 */
final class PollBackOff implements BackOff {

    private static final IntervalFunction PAUSES =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(500), 2, 0.5, Duration.ofSeconds(15));

    private final InstantSource time;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Instant askedUntil = Instant.EPOCH;

    PollBackOff(InstantSource time) {
        this.time = time;
    }

    @Override
    public void reset() {
        failures.set(0);
    }

    @Override
    public long nextBackOffMillis() {
        long asked = Duration.between(time.instant(), askedUntil).toMillis();
        return Math.max(PAUSES.apply(failures.incrementAndGet()), asked);
    }

    /** Telegram asked for a pause before the next poll. */
    void asked(Duration pause) {
        askedUntil = time.instant().plus(pause);
    }

    /** Whether the pause that Telegram asked for is not over yet. */
    boolean resting() {
        return time.instant().isBefore(askedUntil);
    }
}
