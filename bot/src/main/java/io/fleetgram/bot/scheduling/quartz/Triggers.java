package io.fleetgram.bot.scheduling.quartz;

import io.fleetgram.bot.scheduling.Declaration.Rhythm;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobKey;
import org.quartz.ScheduleBuilder;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/**
 * Rhythms as Quartz's triggers. Runs that were missed, because no controller ran or all threads were busy, are made up
 * for by one run at once, however many they were: jobs look at the present state, so one run does for all.
 */
final class Triggers {

    private Triggers() {}

    /** The description is the rhythm, by which a changed one is known. */
    static Trigger of(TriggerKey key, JobKey job, Rhythm rhythm) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(job)
                .withDescription(rhythm.toString())
                .withSchedule(schedule(rhythm))
                .build();
    }

    private static ScheduleBuilder<?> schedule(Rhythm rhythm) {
        return switch (rhythm) {
            case Rhythm.Every every ->
                SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.interval().toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNowWithRemainingCount();
            case Rhythm.Cron cron ->
                CronScheduleBuilder.cronSchedule(cron.expression())
                        .inTimeZone(TimeZone.getTimeZone("UTC"))
                        .withMisfireHandlingInstructionFireAndProceed();
        };
    }
}
