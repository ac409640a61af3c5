package io.fleetgram.bot.scheduling.quartz;

import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Schedule;
import io.fleetgram.bot.scheduling.app.DeclaredJobs;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** Runs each job once across all controllers, by Quartz's clustered store. */
public final class ClusteredSchedule implements Schedule {

    private static final String GROUP = "jobs";

    private final Scheduler scheduler;
    private final DeclaredJobs jobs;

    public ClusteredSchedule(Scheduler scheduler, DeclaredJobs jobs) {
        this.scheduler = scheduler;
        this.jobs = jobs;
    }

    /** Writes down what was declared, leaves alone what is already so, and starts to run. */
    public void start() {
        try {
            for (var declaration : jobs.of(Declaration.Spread.ONCE_ACROSS_CONTROLLERS)) {
                declare(declaration);
            }
            forget();
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("The jobs could not be scheduled.", e);
        }
    }

    /** Starts no more jobs and waits for those under way. */
    public void stop() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("The schedule could not be ended.", e);
        }
    }

    private void declare(Declaration declaration) throws SchedulerException {
        var detail = JobBuilder.newJob(DeclaredJob.class)
                .withIdentity(job(declaration.name()))
                .storeDurably()
                .build();
        scheduler.addJob(detail, true);
        var wanted = Triggers.of(trigger(declaration.name()), detail.getKey(), declaration.rhythm());
        var present = scheduler.getTrigger(wanted.getKey());
        if (present == null) {
            scheduler.scheduleJob(wanted);
        } else if (!wanted.getDescription().equals(present.getDescription())) {
            scheduler.rescheduleJob(wanted.getKey(), wanted);
        }
    }

    /** A job that no version here knows keeps its place but runs no more, until its name is declared again. */
    private void forget() throws SchedulerException {
        for (var key : scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(GROUP))) {
            if (jobs.find(key.getName()).isEmpty()) {
                scheduler.unscheduleJob(key);
            }
        }
    }

    @Override
    public Declaration.Spread spread() {
        return Declaration.Spread.ONCE_ACROSS_CONTROLLERS;
    }

    @Override
    public Optional<Instant> next(String job) {
        try {
            return Optional.ofNullable(scheduler.getTrigger(trigger(job)))
                    .flatMap(found -> Optional.ofNullable(found.getNextFireTime()))
                    .map(Date::toInstant);
        } catch (SchedulerException e) {
            throw new IllegalStateException("The schedule cannot be read.", e);
        }
    }

    @Override
    public void runNow(String job) {
        try {
            scheduler.triggerJob(job(job), new JobDataMap(Map.of(DeclaredJob.BY_HAND, "yes")));
        } catch (SchedulerException e) {
            throw new IllegalStateException("The job " + job + " could not be called for.", e);
        }
    }

    private static JobKey job(String name) {
        return JobKey.jobKey(name, GROUP);
    }

    private static TriggerKey trigger(String name) {
        return TriggerKey.triggerKey(name, GROUP);
    }
}
