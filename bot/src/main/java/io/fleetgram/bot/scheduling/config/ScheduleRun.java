package io.fleetgram.bot.scheduling.config;

import io.fleetgram.bot.scheduling.app.LocalSchedule;
import io.fleetgram.bot.scheduling.quartz.ClusteredSchedule;
import org.springframework.context.SmartLifecycle;

/** Starts the jobs once everything else is ready, and stops them first. */
final class ScheduleRun implements SmartLifecycle {

    private final LocalSchedule local;
    private final ClusteredSchedule clustered;
    private volatile boolean running;

    ScheduleRun(LocalSchedule local, ClusteredSchedule clustered) {
        this.local = local;
        this.clustered = clustered;
    }

    @Override
    public void start() {
        running = true;
        local.start();
        clustered.start();
    }

    @Override
    public void stop() {
        running = false;
        clustered.stop();
        local.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
