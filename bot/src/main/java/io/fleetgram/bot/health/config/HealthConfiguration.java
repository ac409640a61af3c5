package io.fleetgram.bot.health.config;

import io.fleetgram.bot.health.HealthBook;
import io.fleetgram.bot.health.HealthPolicy;
import io.fleetgram.bot.health.Prober;
import io.fleetgram.bot.health.Prober.Target;
import io.fleetgram.bot.health.app.CheckRound;
import io.fleetgram.bot.health.jobs.HealthRound;
import io.fleetgram.bot.health.jobs.PurgeChecks;
import io.fleetgram.bot.health.net.TcpProber;
import io.fleetgram.bot.platform.Transactions;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the checks of nodes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HealthSettings.class)
class HealthConfiguration {

    @Bean
    TcpProber tcpProber() {
        return new TcpProber();
    }

    @Bean
    CheckRound checkRound(
            HealthBook book,
            Prober prober,
            HealthSettings settings,
            Transactions transactions,
            InstantSource time,
            ApplicationEventPublisher events) {
        var anchors =
                settings.anchors().stream().map(HealthConfiguration::target).toList();
        var how = new CheckRound.Settings(settings.timeout(), anchors, policy(settings));
        return new CheckRound(book, prober, how, transactions, time, events);
    }

    @Bean
    HealthRound healthRound(CheckRound round, HealthSettings settings) {
        return new HealthRound(round, settings.interval());
    }

    @Bean
    PurgeChecks purgeChecks(HealthBook book, HealthSettings settings, InstantSource time) {
        return new PurgeChecks(book, settings.checksKept(), time);
    }

    private static HealthPolicy policy(HealthSettings settings) {
        return new HealthPolicy(
                settings.failures(),
                settings.successes(),
                HealthPolicy.USUAL.silent(),
                settings.slow(),
                settings.busyPercent() * 10,
                settings.steady());
    }

    private static Target target(String anchor) {
        int colon = anchor.lastIndexOf(':');
        return new Target(
                anchor.substring(0, colon).replaceAll("[\\[\\]]", ""), Integer.parseInt(anchor.substring(colon + 1)));
    }
}
