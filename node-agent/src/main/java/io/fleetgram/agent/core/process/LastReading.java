package io.fleetgram.agent.core.process;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The reading of counters before a planned stop, which must not be able to prevent the stop. */
final class LastReading {

    private static final Logger LOG = System.getLogger(LastReading.class.getName());

    private final Duration longest;
    private volatile Runnable reading = () -> {};

    LastReading(Duration longest) {
        this.longest = longest;
    }

    void set(Runnable reading) {
        this.reading = reading;
    }

    /** Returns when it was taken, failed, or took too long. */
    void take() {
        var done = new CountDownLatch(1);
        Thread.ofVirtual().name("last-reading").start(() -> {
            try {
                reading.run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "The core's counters could not be read before it is stopped.", e);
            } finally {
                done.countDown();
            }
        });
        try {
            if (!done.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "The core is stopped before its counters were read: that took too long.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
