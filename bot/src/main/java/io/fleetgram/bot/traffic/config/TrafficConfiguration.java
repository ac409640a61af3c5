package io.fleetgram.bot.traffic.config;

import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.traffic.TrafficLedger;
import io.fleetgram.bot.traffic.app.BatchIngest;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the booking of batches. */
@Configuration(proxyBeanMethods = false)
class TrafficConfiguration {

    @Bean
    BatchIngest batchIngest(
            TrafficLedger ledger, Transactions transactions, InstantSource time, ApplicationEventPublisher events) {
        return new BatchIngest(ledger, transactions, time, events);
    }
}
