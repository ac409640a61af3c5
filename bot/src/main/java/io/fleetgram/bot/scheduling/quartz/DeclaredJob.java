package io.fleetgram.bot.scheduling.quartz;

import io.fleetgram.bot.scheduling.app.JobRunner;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * The one Quartz job: runs the declared job whose name its key has. Quartz stores this class's name in the database, so
 * it must not be renamed.
 */
@DisallowConcurrentExecution
public final class DeclaredJob implements Job {

    /** Set in the data of a trigger that an operator called for. */
    static final String BY_HAND = "byHand";

    private final JobRunner runner;

    public DeclaredJob(JobRunner runner) {
        this.runner = runner;
    }

    @Override
    public void execute(JobExecutionContext context) {
        runner.run(
                context.getJobDetail().getKey().getName(),
                context.getTrigger().getJobDataMap().containsKey(BY_HAND));
    }
}
