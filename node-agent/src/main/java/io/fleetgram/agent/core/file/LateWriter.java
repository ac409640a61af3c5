package io.fleetgram.agent.core.file;

import io.fleetgram.agent.core.Configuration;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds the newest configuration back until changes pause, so that a burst of changes costs one write. */
final class LateWriter implements AutoCloseable {

    private final WritingTiming timing;
    private final Consumer<Configuration> writer;
    private final ReentrantLock state = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable Configuration held;
    private @Nullable Duration heldSince;
    private @Nullable Future<?> due;

    LateWriter(WritingTiming timing, Consumer<Configuration> writer) {
        this.timing = timing;
        this.writer = writer;
    }

    /** Takes the place of what is held. */
    void accept(Configuration configuration) {
        state.lock();
        try {
            var now = timing.clock().elapsed();
            var since = heldSince == null ? now : heldSince;
            held = configuration;
            heldSince = since;
            if (due != null) {
                due.cancel(false);
            }
            due = timing.scheduler()
                    .schedule(this::flushApart, delay(now.minus(since)).toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            state.unlock();
        }
    }

    /** Writing takes seconds, which the scheduler's thread has no time for. */
    private void flushApart() {
        Thread.ofVirtual().name("late-configuration").start(this::flush);
    }

    private Duration delay(Duration waited) {
        var left = timing.delays().atMost().minus(waited);
        var pause = timing.delays().afterLast();
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(pause) < 0 ? left : pause;
    }

    /** Writes what is held, and waits for a write that is under way. */
    void flush() {
        writing.lock();
        try {
            var configuration = take();
            if (configuration != null) {
                writer.accept(configuration);
            }
        } finally {
            writing.unlock();
        }
    }

    /** Drops what is held. */
    void forget() {
        writing.lock();
        try {
            take();
        } finally {
            writing.unlock();
        }
    }

    private @Nullable Configuration take() {
        state.lock();
        try {
            var taken = held;
            held = null;
            heldSince = null;
            if (due != null) {
                due.cancel(false);
                due = null;
            }
            return taken;
        } finally {
            state.unlock();
        }
    }

    @Override
    public void close() {
        forget();
    }
}
