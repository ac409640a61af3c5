package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.CoreStatus;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A live core under watch: its death is told once, and so is that it has not answered for too long. */
final class Watched {

    private final LiveCore core;
    private final SupervisionTimes times;
    private final Duration since;
    private final AtomicInteger missing = new AtomicInteger();
    private volatile boolean ceased;
    private volatile @Nullable Future<?> checks;

    Watched(LiveCore core, SupervisionTimes times, Duration since) {
        this.core = core;
        this.times = times;
        this.since = since;
    }

    LiveCore core() {
        return core;
    }

    /** Returns when the watch began, by the monotonic clock. */
    Duration since() {
        return since;
    }

    CoreStatus status() {
        var identity = core.run().identity();
        return new CoreStatus.Running(
                identity,
                core.run().program(),
                core.configuration(),
                core.processes().startOf(identity),
                core.adopted(),
                missing.get() == 0);
    }

    void begin(ScheduledExecutorService scheduler, BiConsumer<Watched, String> died) {
        long every = times.checkEvery().toMillis();
        checks = scheduler.scheduleWithFixedDelay(() -> check(died), every, every, TimeUnit.MILLISECONDS);
        var unused = core.death().thenAccept(why -> tell(died, why));
    }

    private void check(BiConsumer<Watched, String> died) {
        if (core.sign().given(times.answer())) {
            missing.set(0);
            return;
        }
        if (missing.incrementAndGet() == times.hungAfter()) {
            tell(died, "its API has not answered " + times.hungAfter() + " times in a row");
        }
    }

    private void tell(BiConsumer<Watched, String> died, String why) {
        if (!ceased) {
            Thread.ofVirtual().name("core-death").start(() -> died.accept(this, why));
        }
    }

    /** Tells nothing any more. */
    void cease() {
        ceased = true;
        var running = checks;
        if (running != null) {
            running.cancel(false);
        }
    }
}
