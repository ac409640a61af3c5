package io.fleetgram.bot.scheduling.app;

import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Declaration.Rhythm;
import io.fleetgram.bot.scheduling.Schedule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs, on this controller, the jobs that run on every controller. */
public final class LocalSchedule implements Schedule, AutoCloseable {

    private static final int THREADS = 2;
    private static final long PATIENCE_SECONDS = 10;

    private final DeclaredJobs jobs;
    private final JobRunner runner;
    private final InstantSource time;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("local-job-", 0).factory());
    private final Map<String, ScheduledFuture<?>> running = new ConcurrentHashMap<>();

    public LocalSchedule(DeclaredJobs jobs, JobRunner runner, InstantSource time) {
        this.jobs = jobs;
        this.runner = runner;
        this.time = time;
    }

    /**
     * Starts every job of every controller.
     *
     * @throws IllegalStateException if one of them wants to run by a calendar, which only the common schedule can do
     */
    public void start() {
        for (var declaration : jobs.of(Declaration.Spread.ON_EVERY_CONTROLLER)) {
            if (!(declaration.rhythm() instanceof Rhythm.Every every)) {
                throw new IllegalStateException(
                        "the job " + declaration.name() + " runs on every controller and must have an interval");
            }
            long millis = every.interval().toMillis();
            running.put(
                    declaration.name(),
                    threads.scheduleAtFixedRate(
                            () -> runner.run(declaration.name(), false), millis, millis, TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public Declaration.Spread spread() {
        return Declaration.Spread.ON_EVERY_CONTROLLER;
    }

    @Override
    public Optional<Instant> next(String job) {
        return Optional.ofNullable(running.get(job))
                .map(future -> time.instant().plusMillis(Math.max(0, future.getDelay(TimeUnit.MILLISECONDS))));
    }

    @Override
    public void runNow(String job) {
        threads.execute(() -> runner.run(job, true));
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
