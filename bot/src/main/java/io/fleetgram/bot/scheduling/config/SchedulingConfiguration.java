package io.fleetgram.bot.scheduling.config;

import io.fleetgram.bot.platform.ProcessName;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.JobStates;
import io.fleetgram.bot.scheduling.Jobs;
import io.fleetgram.bot.scheduling.app.DeclaredJobs;
import io.fleetgram.bot.scheduling.app.JobBoard;
import io.fleetgram.bot.scheduling.app.JobRunner;
import io.fleetgram.bot.scheduling.app.JobTroubles;
import io.fleetgram.bot.scheduling.app.LocalSchedule;
import io.fleetgram.bot.scheduling.jdbc.JdbcJobStates;
import io.fleetgram.bot.scheduling.quartz.ClusteredSchedule;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Both schedules, what runs the jobs, and the board that shows them. */
@Configuration(proxyBeanMethods = false)
class SchedulingConfiguration {

    @Bean
    DeclaredJobs declaredJobs(ObjectProvider<Job> jobs) {
        return new DeclaredJobs(jobs.stream().toList());
    }

    @Bean
    JobStates jobStates(JdbcClient jdbc) {
        return new JdbcJobStates(jdbc);
    }

    @Bean
    JobRunner jobRunner(
            DeclaredJobs jobs,
            JobStates states,
            JobTroubles troubles,
            Transactions transactions,
            ProcessName controller,
            RandomKeys keys,
            InstantSource time) {
        return new JobRunner(jobs, states, troubles, transactions, controller, keys, time);
    }

    @Bean(destroyMethod = "")
    LocalSchedule localSchedule(DeclaredJobs jobs, JobRunner runner, InstantSource time) {
        return new LocalSchedule(jobs, runner, time);
    }

    @Bean
    Jobs jobs(
            DeclaredJobs jobs,
            JobStates states,
            LocalSchedule local,
            ClusteredSchedule clustered,
            Transactions transactions) {
        return new JobBoard(jobs, states, List.of(local, clustered), transactions);
    }

    @Bean
    ScheduleRun scheduleRun(LocalSchedule local, ClusteredSchedule clustered) {
        return new ScheduleRun(local, clustered);
    }
}
