package io.fleetgram.bot.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what other threads do, with an end. */
public final class Eventually {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Eventually() {}

    public static void asserted(ThrowingRunnable assertion) {
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(20)).untilAsserted(assertion);
    }

    /** Returns what is there in the end. */
    public static <T> T found(Callable<Optional<T>> search) {
        return Awaitility.await()
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .until(search, Optional::isPresent)
                .orElseThrow();
    }

    /** Lets time pass in which something must not happen. */
    public static void waited(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plus(LONGEST)).until(() -> true);
    }

    public static void holds(Callable<Boolean> condition) {
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(20)).until(condition);
    }
}
