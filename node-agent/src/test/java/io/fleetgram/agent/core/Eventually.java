package io.fleetgram.agent.core;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what comes about by itself, no longer than need be. */
public final class Eventually {

    private static final Duration LONGEST = Duration.ofSeconds(40);

    private Eventually() {}

    /** Returns when it is so, and fails with the words if it does not come about. */
    public static void is(String what, Callable<Boolean> so) {
        var pause = new CountDownLatch(1);
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            while (!so.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("It did not come about that " + what);
                }
                var unused = pause.await(20, TimeUnit.MILLISECONDS);
            }
        } catch (Exception e) {
            throw new AssertionError("While waiting until " + what, e);
        }
    }
}
