package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.fleet.AgentEndpoints;
import io.fleetgram.bot.fleet.CommandDelivery;
import io.fleetgram.bot.fleet.Joining;
import io.fleetgram.bot.fleet.ProxiedEndpoints;
import io.fleetgram.bot.fleet.StatusReports;
import io.fleetgram.bot.fleet.TokenJoining;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.security.NodeTokens;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.app.CredentialUse;
import io.fleetgram.bot.sync.app.PollDesk;
import io.fleetgram.bot.sync.app.Standings;
import io.fleetgram.bot.sync.app.WaitingCommands;
import io.fleetgram.bot.sync.app.Watches;
import io.fleetgram.bot.sync.config.AgentServerSettings;
import io.fleetgram.bot.sync.config.ProxiedServerSettings;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the server for agents together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AgentServerSettings.class, ProxiedServerSettings.class})
class AgentServerConfiguration {

    @Bean
    Admission admission(Standings standings, InstantSource time) {
        return new Admission(standings, time);
    }

    @Bean
    PollCall pollCall(
            PollDesk desk,
            Watches watches,
            Admission admission,
            BatchReceiver batches,
            WaitingCommands commands,
            InstantSource time) {
        return new PollCall(desk, watches, admission, batches, commands, time);
    }

    @Bean
    AgentControlEndpoint agentControlEndpoint(
            Joining joining,
            TokenJoining tokenJoining,
            AgentEndpoints endpoints,
            ProxiedEndpoints proxied,
            PollCall polls,
            StatusReports statuses,
            BatchReceiver batches,
            CredentialUse credentialUse,
            DesiredState desiredState,
            CommandDelivery commands,
            InstantSource time) {
        return new AgentControlEndpoint(
                joining,
                tokenJoining,
                endpoints,
                proxied,
                polls,
                statuses,
                batches,
                credentialUse,
                desiredState,
                commands,
                time);
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
        var gate = new CallGate(
                CredentialKind.CERTIFICATE, new CertifiedCallers(), admission, new RemovalWord(authority), keys);
        return new AgentServer(
                new AgentPort(
                        new InetSocketAddress(settings.bindAddress(), settings.port()),
                        "fleetgram.agents.port",
                        endpoint,
                        gate,
                        watches),
                new ServerIdentity(authority, random, time),
                () -> new AgentTrust(authority.get().certificate(), standings, time));
    }

    @Bean
    ProxiedAgentServer proxiedAgentServer(
            ProxiedServerSettings settings,
            ProxiedEndpoints proxied,
            AgentControlEndpoint endpoint,
            Admission admission,
            NodeTokens tokens,
            Authority authority,
            RandomKeys keys,
            Watches watches) {
        var gate = new CallGate(
                CredentialKind.TOKEN, new TokenCallers(tokens), admission, new RemovalWord(authority), keys);
        return new ProxiedAgentServer(
                new AgentPort(
                        new InetSocketAddress(settings.bindAddress(), settings.port()),
                        "fleetgram.agents.behind-proxy.port",
                        endpoint,
                        gate,
                        watches),
                !proxied.addresses().isEmpty());
    }
}
