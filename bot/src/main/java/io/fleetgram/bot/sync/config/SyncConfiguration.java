package io.fleetgram.bot.sync.config;

import io.fleetgram.bot.fleet.CommandDelivery;
import io.fleetgram.bot.fleet.Heartbeats;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.BothCredentials;
import io.fleetgram.bot.security.NodeCertificates;
import io.fleetgram.bot.security.NodeTokens;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.app.CredentialUse;
import io.fleetgram.bot.sync.app.PollDesk;
import io.fleetgram.bot.sync.app.Standings;
import io.fleetgram.bot.sync.app.StateReader;
import io.fleetgram.bot.sync.app.SyncTimings;
import io.fleetgram.bot.sync.app.Tailer;
import io.fleetgram.bot.sync.app.WaitingCommands;
import io.fleetgram.bot.sync.app.Watches;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what follows the change log and answers polls. */
@Configuration(proxyBeanMethods = false)
class SyncConfiguration {

    @Bean
    SyncTimings syncTimings() {
        return SyncTimings.USUAL;
    }

    @Bean
    Watches watches() {
        return new Watches();
    }

    @Bean
    Standings standings(
            NodeCertificates certificates, NodeTokens tokens, Nodes nodes, Watches watches, InstantSource time) {
        return new Standings(new BothCredentials(certificates, tokens), nodes, watches, time);
    }

    @Bean
    Tailer tailer(StateReader reader, Watches watches, Standings standings, SyncTimings timings) {
        return new Tailer(reader, watches, standings, timings);
    }

    @Bean
    WaitingCommands waitingCommands(CommandDelivery delivery, Watches watches, SyncTimings timings) {
        return new WaitingCommands(delivery, watches, timings.look());
    }

    @Bean
    PollDesk pollDesk(
            Tailer tailer,
            StateReader reader,
            Heartbeats heartbeats,
            WaitingCommands commands,
            SyncTimings timings,
            InstantSource time,
            ApplicationEventPublisher events) {
        return new PollDesk(tailer, reader, heartbeats, commands, timings, time, events);
    }

    @Bean
    CredentialUse credentialUse(
            NodeCertificates certificates, NodeTokens tokens, DesiredState desiredState, InstantSource time) {
        return new CredentialUse(new BothCredentials(certificates, tokens), desiredState, time);
    }
}
