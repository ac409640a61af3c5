package io.fleetgram.parts;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** An assertion on a value that becomes true soon, looked at again and again until it is or ten seconds have passed. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private Eventually() {}

    public static <T> Claim<T> assertThat(Supplier<T> value) {
        return new Claim<>(value);
    }

    public record Claim<T>(Supplier<T> value) {

        public void isEqualTo(T expected) {
            var deadline = System.nanoTime() + LIMIT.toNanos();
            while (!value.get().equals(expected) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
            org.assertj.core.api.Assertions.assertThat(value.get()).isEqualTo(expected);
        }
    }
}
