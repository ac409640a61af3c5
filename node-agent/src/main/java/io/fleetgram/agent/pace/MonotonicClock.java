package io.fleetgram.agent.pace;

import java.time.Duration;

/** A clock that nobody can set: time since some fixed moment of this process. */
@FunctionalInterface
public interface MonotonicClock {

    Duration elapsed();

    /** Returns the machine's own. */
    static MonotonicClock system() {
        long start = System.nanoTime();
        return () -> Duration.ofNanos(System.nanoTime() - start);
    }
}
