package io.fleetgram.bot.telegram.wire;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/**
 * Pauses after failed polls: half a second, doubling to 15 s, each up to half as long or short, or what Telegram asked for.
 *
 * <p>The library's own gives up for 15 minutes after 15 minutes, and does not hear what Telegram asks.
 */
final class PollBackOff implements BackOff {

    private static final IntervalFunction PAUSES =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(500), 2, 0.5, Duration.ofSeconds(15));

    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong asked = new AtomicLong();

    @Override
    public void reset() {
        failures.set(0);
    }

    @Override
    public long nextBackOffMillis() {
        return Math.max(PAUSES.apply(failures.incrementAndGet()), asked.getAndSet(0));
    }

    /** Telegram asked for a pause before the next poll. */
    void asked(Duration pause) {
        asked.set(pause.toMillis());
    }
}
