package io.fleetgram.agent.core.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Keeps what it is asked to run later, and says when that would have been; never runs anything by itself. */
final class HandScheduler extends ScheduledThreadPoolExecutor {

    final List<Duration> delays = new ArrayList<>();

    HandScheduler() {
        super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        delays.add(Duration.of(delay, unit.toChronoUnit()));
        return super.schedule(task, 1, TimeUnit.DAYS);
    }
}
