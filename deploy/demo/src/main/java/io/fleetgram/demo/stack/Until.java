package io.fleetgram.demo.stack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks again and again until an answer is there, for a limited time. */
public final class Until {

    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private Until() {}

    /** Returns the first answer, or nothing when the time is over. */
    public static <T> Optional<T> present(Duration limit, Supplier<Optional<T>> question) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var answer = question.get();
            if (answer.isPresent()
                    || System.nanoTime() > deadline
                    || Thread.currentThread().isInterrupted()) {
                return answer;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Returns whether the condition came true in time. */
    public static boolean isTrue(Duration limit, BooleanSupplier condition) {
        return present(limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /** Lets a moment pass; false if this thread is to end. */
    public static boolean aMoment() {
        LockSupport.parkNanos(PAUSE_NANOS);
        return !Thread.currentThread().isInterrupted();
    }
}
