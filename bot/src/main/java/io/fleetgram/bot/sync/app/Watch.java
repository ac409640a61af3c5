package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.sync.CallRefused;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One poll that may be parked. A wake-up that comes before the poll parks is not lost.
 *
 * @see Watches
 */
public final class Watch {

    private final String node;
    private final String serial;
    private final Semaphore signal = new Semaphore(0);
    private final AtomicReference<@Nullable CallRefused> end = new AtomicReference<>();

    Watch(String node, String serial) {
        this.node = node;
        this.serial = serial;
    }

    String node() {
        return node;
    }

    String serial() {
        return serial;
    }

    /** Makes the poll look again. */
    public void wake() {
        signal.release();
    }

    /** Makes the poll end; the first reason counts. */
    public void end(CallRefused reason) {
        end.compareAndSet(null, reason);
        wake();
    }

    /**
     * Goes on unless the poll was ended.
     *
     * @throws CallRefused with the reason that it was ended for
     */
    public void check() {
        var reason = end.get();
        if (reason != null) {
            throw reason;
        }
    }

    /** Parks until a wake-up, at most for a time. */
    public void await(Duration atMost) throws InterruptedException {
        if (signal.tryAcquire(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS)) {
            signal.drainPermits();
        }
    }
}
