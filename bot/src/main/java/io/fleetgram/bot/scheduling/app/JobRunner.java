package io.fleetgram.bot.scheduling.app;

import io.fleetgram.bot.platform.ProcessName;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Trace;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.scheduling.JobState;
import io.fleetgram.bot.scheduling.JobStates;
import io.fleetgram.bot.scheduling.app.DeclaredJobs.Declared;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job once, and writes down how it went. A failure never ends the schedule. */
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final DeclaredJobs jobs;
    private final JobStates states;
    private final JobTroubles troubles;
    private final Transactions transactions;
    private final ProcessName controller;
    private final RandomKeys keys;
    private final InstantSource time;

    public JobRunner(
            DeclaredJobs jobs,
            JobStates states,
            JobTroubles troubles,
            Transactions transactions,
            ProcessName controller,
            RandomKeys keys,
            InstantSource time) {
        this.jobs = jobs;
        this.states = states;
        this.troubles = troubles;
        this.transactions = transactions;
        this.controller = controller;
        this.keys = keys;
        this.time = time;
    }

    /**
     * Runs a job. One that this controller does not know is left alone: another version may know it.
     *
     * @param byHand an operator asked for this run, so it takes place even while the job is paused
     */
    public void run(String name, boolean byHand) {
        jobs.find(name).ifPresent(declared -> {
            var trace = new TraceId(keys.key());
            Trace.under(trace, () -> {
                run(declared, byHand, trace);
                return trace;
            });
        });
    }

    private void run(Declared declared, boolean byHand, TraceId trace) {
        var name = declared.declaration().name();
        try {
            if (!byHand && states.find(name).filter(JobState::paused).isPresent()) {
                return;
            }
            transactions.run(() -> states.started(name, time.instant(), controller.text()));
            var outcome = declared.job().run();
            transactions.run(() -> {
                int failedBefore = states.succeeded(name, time.instant(), outcome.summary());
                troubles.succeeded(declared.declaration(), failedBefore);
            });
        } catch (RuntimeException e) {
            LOG.error("The job {} failed.", name, e);
            failed(declared, e, trace);
        }
    }

    private void failed(Declared declared, RuntimeException failure, TraceId trace) {
        var why = failure + " (" + trace + ")";
        try {
            transactions.run(() -> {
                int failures = states.failed(declared.declaration().name(), time.instant(), why);
                troubles.failed(declared.declaration(), failures, why);
            });
        } catch (RuntimeException e) {
            LOG.error(
                    "The failure of the job {} could not be written down.",
                    declared.declaration().name(),
                    e);
        }
    }
}
