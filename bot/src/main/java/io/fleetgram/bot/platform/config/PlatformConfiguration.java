package io.fleetgram.bot.platform.config;

import io.fleetgram.bot.platform.Leases;
import io.fleetgram.bot.platform.ProcessName;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.platform.jdbc.JdbcLeases;
import io.fleetgram.bot.platform.jdbc.JdbcTransactions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The real clock, the real randomness, the real database. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    InstantSource time() {
        return InstantSource.system();
    }

    @Bean
    RandomKeys randomKeys() {
        return new RandomKeys(new SecureRandom());
    }

    @Bean
    ProcessName processName(RandomKeys keys) {
        return ProcessName.of(hostName(), keys);
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager) {
        return new JdbcTransactions(manager);
    }

    @Bean
    Leases leases(JdbcClient jdbc, Transactions transactions, ProcessName holder) {
        return new JdbcLeases(jdbc, transactions, holder);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "controller";
        }
    }
}
