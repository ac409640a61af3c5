package io.fleetgram.bot.alerts.config;

import io.fleetgram.bot.alerts.AlertMemory;
import io.fleetgram.bot.alerts.app.AlertDesk;
import io.fleetgram.bot.alerts.app.Teller;
import io.fleetgram.bot.platform.Transactions;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk that alerts are raised at. */
@Configuration(proxyBeanMethods = false)
class AlertsConfiguration {

    @Bean
    AlertDesk alertDesk(AlertMemory memory, Teller teller, Transactions transactions, InstantSource time) {
        return new AlertDesk(memory, teller, transactions, time);
    }
}
