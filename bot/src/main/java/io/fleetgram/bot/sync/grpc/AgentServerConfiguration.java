package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.fleet.AgentEndpoints;
import io.fleetgram.bot.fleet.Joining;
import io.fleetgram.bot.fleet.StatusReports;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.app.CertificateUse;
import io.fleetgram.bot.sync.app.PollDesk;
import io.fleetgram.bot.sync.app.Standings;
import io.fleetgram.bot.sync.app.Watches;
import io.fleetgram.bot.sync.config.AgentServerSettings;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the server for agents together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgentServerSettings.class)
class AgentServerConfiguration {

    @Bean
    Admission admission(Standings standings, InstantSource time) {
        return new Admission(standings, time);
    }

    @Bean
    PollCall pollCall(PollDesk desk, Watches watches, Admission admission, BatchReceiver batches, InstantSource time) {
        return new PollCall(desk, watches, admission, batches, time);
    }

    @Bean
    AgentControlEndpoint agentControlEndpoint(
            Joining joining,
            AgentEndpoints endpoints,
            PollCall polls,
            StatusReports statuses,
            BatchReceiver batches,
            CertificateUse certificateUse,
            DesiredState desiredState,
            InstantSource time) {
        return new AgentControlEndpoint(
                joining, endpoints, polls, statuses, batches, certificateUse, desiredState, time);
    }

    @Bean
    AgentServer agentServer(
            AgentServerSettings settings,
            AgentControlEndpoint endpoint,
            Admission admission,
            RandomKeys keys,
            Authority authority,
            SecureRandom random,
            Standings standings,
            Watches watches,
            InstantSource time) {
        return new AgentServer(
                new InetSocketAddress(settings.bindAddress(), settings.port()),
                endpoint,
                new CallGate(admission, keys),
                new ServerIdentity(authority, random, time),
                () -> new AgentTrust(authority.get().certificate(), standings, time),
                watches);
    }
}
