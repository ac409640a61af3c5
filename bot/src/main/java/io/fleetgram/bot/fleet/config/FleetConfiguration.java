package io.fleetgram.bot.fleet.config;

import io.fleetgram.bot.fleet.AgentEndpoints;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.JoinTokens;
import io.fleetgram.bot.fleet.app.JoinCommandIssue;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Authority;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the use cases of the fleet. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JoinSettings.class)
class FleetConfiguration {

    @Bean
    AgentEndpoints agentEndpoints(JoinSettings settings) {
        return new AgentEndpoints(settings.publicEndpoints());
    }

    @Bean
    JoinCommands joinCommands(
            JoinTokens tokens,
            Transactions transactions,
            Authority authority,
            AgentEndpoints endpoints,
            RandomKeys random,
            InstantSource time) {
        return new JoinCommandIssue(tokens, transactions, authority, endpoints, random, time);
    }
}
