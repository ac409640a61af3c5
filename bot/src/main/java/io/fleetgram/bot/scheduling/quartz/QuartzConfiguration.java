package io.fleetgram.bot.scheduling.quartz;

import io.fleetgram.bot.platform.ProcessName;
import io.fleetgram.bot.scheduling.app.DeclaredJobs;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.impl.jdbcjobstore.UpdateLockRowSemaphore;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.scheduling.quartz.SpringBeanJobFactory;
import org.springframework.transaction.PlatformTransactionManager;

/** Quartz with every setting made on purpose. It starts when {@link ClusteredSchedule} says so. */
@Configuration(proxyBeanMethods = false)
class QuartzConfiguration {

    private static final int THREADS = 4;

    @Bean
    @DependsOnDatabaseInitialization
    SchedulerFactoryBean scheduler(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ApplicationContext context,
            ProcessName controller) {
        var jobFactory = new SpringBeanJobFactory();
        jobFactory.setApplicationContext(context);
        var factory = new SchedulerFactoryBean();
        factory.setSchedulerName("fleetgram");
        factory.setDataSource(dataSource);
        factory.setTransactionManager(transactions);
        factory.setJobFactory(jobFactory);
        factory.setQuartzProperties(properties(controller));
        factory.setAutoStartup(false);
        factory.setWaitForJobsToCompleteOnShutdown(true);
        return factory;
    }

    @Bean
    ClusteredSchedule clusteredSchedule(Scheduler scheduler, DeclaredJobs jobs) {
        return new ClusteredSchedule(scheduler, jobs);
    }

    private static Properties properties(ProcessName controller) {
        var properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceId", controller.text());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        // Looks for triggers that another controller wrote; its own it hears of at once.
        properties.setProperty("org.quartz.scheduler.idleWaitTime", "5000");
        properties.setProperty("org.quartz.threadPool.threadCount", String.valueOf(THREADS));
        properties.setProperty("org.quartz.jobStore.driverDelegateClass", StdJDBCDelegate.class.getName());
        properties.setProperty("org.quartz.jobStore.tablePrefix", "QRTZ_");
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
        // A run later than this counts as missed.
        properties.setProperty("org.quartz.jobStore.misfireThreshold", "10000");
        properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        // A lock that writes the row it takes holds on a cluster too; a row that is only read does not.
        properties.setProperty("org.quartz.jobStore.lockHandler.class", UpdateLockRowSemaphore.class.getName());
        return properties;
    }
}
