package io.fleetgram.bot.platform.jdbc;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** Which database errors mean "do it all again", how often, and after what pause. */
final class RepeatRule {

    /** Deadlock, lock wait timeout, row changed since read, cluster node not ready (MariaDB error codes). */
    private static final Set<Integer> REPEATED = Set.of(1213, 1205, 1020, 1047);

    private static final int ATTEMPTS = 10;

    private RepeatRule() {}

    /** Ten attempts, 5 to 15 ms after the first and at most half a second apart. */
    static Retry policy() {
        return Retry.of(
                "transactions",
                RetryConfig.custom()
                        .maxAttempts(ATTEMPTS)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(
                                Duration.ofMillis(10), 1.8, 0.5, Duration.ofMillis(500)))
                        .retryOnException(RepeatRule::repeats)
                        .build());
    }

    static boolean repeats(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && REPEATED.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
