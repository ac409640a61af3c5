package io.fleetgram.bot.fleet.config;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.fleet.AgentEndpoints;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.JoinTokens;
import io.fleetgram.bot.fleet.Joining;
import io.fleetgram.bot.fleet.NodeIdentity;
import io.fleetgram.bot.fleet.NodeStatuses;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.fleet.ProxiedEndpoints;
import io.fleetgram.bot.fleet.StatusReports;
import io.fleetgram.bot.fleet.TokenJoining;
import io.fleetgram.bot.fleet.app.CertifiedNodes;
import io.fleetgram.bot.fleet.app.CommandTimes;
import io.fleetgram.bot.fleet.app.Enrollment;
import io.fleetgram.bot.fleet.app.JoinCommandIssue;
import io.fleetgram.bot.fleet.app.StatusDesk;
import io.fleetgram.bot.fleet.app.TokenEnrollment;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.security.BothCredentials;
import io.fleetgram.bot.security.NodeCertificates;
import io.fleetgram.bot.security.NodeTokens;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the use cases of the fleet. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    JoinSettings.class,
    ProxiedJoinSettings.class,
    CommandSettings.class,
    DeadlineSettings.class
})
class FleetConfiguration {

    @Bean
    AgentEndpoints agentEndpoints(JoinSettings settings) {
        return new AgentEndpoints(settings.publicEndpoints());
    }

    @Bean
    ProxiedEndpoints proxiedEndpoints(ProxiedJoinSettings settings) {
        return new ProxiedEndpoints(settings.publicEndpoints(), ProxiedEndpoints.certificate(settings.certificate()));
    }

    @Bean
    CommandTimes commandTimes(CommandSettings settings, DeadlineSettings deadlines) {
        return new CommandTimes(
                settings.pendingFor(), deadlines.info(), deadlines.work(), deadlines.coreRestart(), settings.kept());
    }

    @Bean
    JoinCommands joinCommands(
            JoinTokens tokens,
            Transactions transactions,
            Authority authority,
            AgentEndpoints endpoints,
            ProxiedEndpoints proxied,
            RandomKeys random,
            InstantSource time) {
        return new JoinCommandIssue(tokens, transactions, authority, endpoints, proxied, random, time);
    }

    @Bean
    Joining joining(
            JoinTokens tokens,
            Nodes nodes,
            NodeCertificates certificates,
            Authority authority,
            Transactions transactions,
            Audit audit,
            SecureRandom random,
            InstantSource time) {
        return new Enrollment(tokens, nodes, certificates, authority, transactions, audit, random, time);
    }

    @Bean
    TokenJoining tokenJoining(
            JoinTokens joinTokens,
            Nodes nodes,
            NodeTokens tokens,
            Authority authority,
            Transactions transactions,
            Audit audit,
            InstantSource time) {
        return new TokenEnrollment(joinTokens, nodes, tokens, authority, transactions, audit, time);
    }

    @Bean
    NodeIdentity nodeIdentity(NodeCertificates certificates, NodeTokens tokens) {
        return new CertifiedNodes(new BothCredentials(certificates, tokens));
    }

    @Bean
    StatusReports statusReports(
            Nodes nodes,
            NodeStatuses statuses,
            Transactions transactions,
            Audit audit,
            InstantSource time,
            ApplicationEventPublisher events) {
        return new StatusDesk(nodes, statuses, transactions, audit, time, events);
    }
}
