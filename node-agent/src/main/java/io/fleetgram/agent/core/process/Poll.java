package io.fleetgram.agent.core.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what nobody tells of, by looking again and again. */
record Poll(ScheduledExecutorService scheduler, Duration every) {

    /** Returns whether it was so before the time was over; an interrupted thread waits no longer. */
    boolean until(BooleanSupplier so, Duration longest) {
        var seen = new CountDownLatch(1);
        var looking = scheduler.scheduleWithFixedDelay(
                () -> {
                    if (so.getAsBoolean()) {
                        seen.countDown();
                    }
                },
                0,
                every.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return seen.await(longest.toMillis(), TimeUnit.MILLISECONDS) || so.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return so.getAsBoolean();
        } finally {
            looking.cancel(false);
        }
    }
}
