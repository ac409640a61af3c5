package io.fleetgram.bot.sync.grpc;

import static io.fleetgram.bot.sync.grpc.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.Enrollment;
import io.fleetgram.agent.controller.Renewal;
import io.fleetgram.agent.controller.grpc.CallDeadlines;
import io.fleetgram.agent.controller.grpc.GrpcController;
import io.fleetgram.agent.controller.grpc.GrpcEnrollmentDesk;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.Proof;
import io.fleetgram.agent.store.ProxyTrust;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.parts.mariadb.TestMariaDb;
import io.fleetgram.parts.tls.ProxyCertificate;
import io.fleetgram.parts.tls.TlsProxy;
import io.fleetgram.shared.pki.Fingerprint;
import io.fleetgram.shared.pki.NodeToken;
import io.fleetgram.wire.agent.v1.CoreStatus;
import io.fleetgram.wire.agent.v1.RotateTokenRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Z1, Z2: nodes that reach their controller through a proxy that ends TLS; the agent's own code over real TLS. */
@ExtendWith(OutputCaptureExtension.class)
class BehindProxyIT {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static TestController controller;
    private static TlsProxy proxy;
    private static Fleet fleet;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        var certificate = ProxyCertificate.make();
        proxy = TlsProxy.inFrontOf(
                () -> controller.get(ProxiedAgentServer.class).port(), certificate);
        controller = TestController.start(
                TestMariaDb.freshDatabase(),
                Map.of(
                        "fleetgram.agents.behind-proxy.public-endpoints",
                        proxy.address(),
                        "fleetgram.agents.behind-proxy.port",
                        "0",
                        "fleetgram.agents.behind-proxy.certificate",
                        Fingerprint.of(certificate.certificate()).hex(),
                        "logging.level.io.fleetgram",
                        "INFO",
                        // As wordy as an operator could make it; the agent's half of the connection is no part of it.
                        "logging.level.io.grpc.netty.shaded.io.grpc.netty",
                        "DEBUG",
                        "logging.level.io.grpc.netty.shaded.io.grpc.netty.NettyClientHandler",
                        "OFF"));
        fleet = new Fleet(controller);
    }

    @AfterAll
    static void stop() {
        controller.close();
        proxy.close();
    }

    @Test
    void the_join_command_through_the_proxy_makes_a_node_and_its_token_is_nowhere_but_on_it(CapturedOutput output)
            throws IOException {
        var node = fleet.addNode();
        var credentials = enroll(node);
        var secret = ((Proof.ByToken) credentials.proof()).token().secret();

        assertThat(credentials.controllers()).containsExactly(ControllerAddress.parse(proxy.address()));
        try (var agent = new GrpcController(credentials, CallDeadlines.DEFAULT)) {
            assertThat(agent.reportStatus(AgentReports.running())).isInstanceOf(Answer.Answered.class);
        }
        assertThat(output.getAll()).contains("was given a TOKEN").doesNotContain(secret);
        assertThat(everyTextOf("node_token", "audit_entry", "change_log"))
                .contains(NodeToken.idOf(new NodeToken(secret).hash()))
                .doesNotContain(secret);
    }

    @Test
    void the_old_token_is_good_until_the_new_one_is_used_and_not_after() throws IOException {
        var before = enroll(fleet.addNode());
        var home = new AgentDirectory(directory.resolve("agent"));
        try (var agent = new GrpcController(before, CallDeadlines.DEFAULT);
                var old = new TokenAgent(controller, ((Proof.ByToken) before.proof()).token())) {
            assertThat(agent.reportStatus(AgentReports.running())).isInstanceOf(Answer.Answered.class);
            var renewal = new Renewal(home, before, agent, InstantSource.system(), RANDOM);
            assertThat(renewal.renew()).isTrue();
            assertThat(renewal.credentials()).isNotEqualTo(before);
            old.report();

            assertThat(agent.reportStatus(AgentReports.running())).isInstanceOf(Answer.Answered.class);

            Refusals.eventually("TOKEN_REVOKED", old::report);
            assertThat(agent.reportStatus(AgentReports.running())).isInstanceOf(Answer.Answered.class);
        }
    }

    @Test
    void a_removed_node_is_told_so_by_the_authority_itself_and_hands_over_its_last_batch() throws IOException {
        var node = fleet.addNode();
        try (var agent = new GrpcController(enroll(node), CallDeadlines.DEFAULT)) {
            assertThat(agent.reportStatus(AgentReports.running())).isInstanceOf(Answer.Answered.class);
            fleet.remove(node);

            Refusals.settled(
                    () -> assertThat(agent.reportStatus(AgentReports.running())).isInstanceOf(Answer.Removed.class));
            assertThat(agent.reportTraffic(AgentReports.batch())).isInstanceOf(Answer.Answered.class);
        }
    }

    @Test
    void a_token_opens_nothing_where_certificates_are_asked_for() {
        var node = fleet.addNode();
        try (var agent = TokenAgent.joined(controller, joinToken(node, CredentialKind.TOKEN));
                var stranger = TestAgent.withToken(controller, agent.token())) {
            agent.report();
            refused("UNAUTHENTICATED", () -> reportBy(stranger));
        }
    }

    @Test
    void a_join_command_of_one_kind_is_worth_nothing_for_the_other() {
        var node = fleet.addNode();
        try (var tokens = TokenAgent.withNewToken(controller)) {
            refused("JOIN_TOKEN_REFUSED", () -> tokens.enroll(joinToken(node, CredentialKind.CERTIFICATE)));
            refused("JOIN_TOKEN_REFUSED", () -> TestAgent.joined(controller, joinToken(node, CredentialKind.TOKEN)));
            refused("UNAUTHENTICATED", tokens::report);
        }
    }

    @Test
    void a_node_with_a_certificate_comes_by_token_only_after_it_has_joined_again_and_then_no_more_by_certificate() {
        var node = fleet.addNode();
        try (var certified = fleet.join(node)) {
            reportBy(certified);
            refused(
                    "INVALID_REQUEST",
                    () -> certified
                            .call()
                            .rotateToken(RotateTokenRequest.newBuilder()
                                    .setTokenHash(ByteString.copyFrom(
                                            NodeToken.random(RANDOM).hash()))
                                    .build()));
            try (var again = TokenAgent.joined(controller, joinToken(node, CredentialKind.TOKEN))) {
                reportBy(certified);
                again.report();
                Refusals.eventually("CERTIFICATE_REVOKED", () -> reportBy(certified));
                again.report();
                refused("INVALID_REQUEST", () -> again.call().renew(AgentReports.renewal()));
            }
        }
    }

    @Test
    void a_join_token_is_bound_to_the_first_token_that_comes_with_it_and_that_one_may_ask_again() {
        var join = joinToken(fleet.addNode(), CredentialKind.TOKEN);
        try (var first = TokenAgent.withNewToken(controller);
                var other = TokenAgent.withNewToken(controller)) {
            first.enroll(join);
            first.enroll(join);
            refused("JOIN_TOKEN_REFUSED", () -> other.enroll(join));
            first.report();
        }
    }

    @Test
    void another_nodes_token_cannot_be_made_ones_own() {
        try (var first = TokenAgent.joined(controller, joinToken(fleet.addNode(), CredentialKind.TOKEN));
                var other = TokenAgent.joined(controller, joinToken(fleet.addNode(), CredentialKind.TOKEN))) {
            refused("INVALID_REQUEST", () -> other.rotate(first.token()));
            first.report();
        }
    }

    /** Does what {@code fleetgram-agent enroll} does with the words of the join command. */
    private Credentials enroll(NodeKey node) throws IOException {
        var words = Arrays.asList(controller
                .get(JoinCommands.class)
                .issue(node, CredentialKind.TOKEN)
                .text()
                .split(" "));
        var trust = Optional.of(ProxyTrust.parse(after(words, "--behind-proxy")));
        var desk = new GrpcEnrollmentDesk(
                ControllerAddress.parseAll(after(words, "--controller")),
                Fingerprint.parse(after(words, "--ca-fingerprint")),
                trust,
                CallDeadlines.DEFAULT);
        var home = new AgentDirectory(directory.resolve("agent"));
        var agent = new AgentDescription("0.1.0", "Linux", "amd64", "host-1");
        var outcome = new Enrollment(home, desk, agent, RANDOM, trust, InstantSource.system())
                .enroll(after(words, "--token"));
        return ((Enrollment.Outcome.Enrolled) outcome).credentials();
    }

    private static String after(List<String> words, String option) {
        return words.get(words.indexOf(option) + 1);
    }

    private static String joinToken(NodeKey node, CredentialKind kind) {
        return controller.get(JoinCommands.class).issue(node, kind).token();
    }

    private static Object reportBy(TestAgent agent) {
        agent.report(CoreStatus.State.RUNNING);
        return List.of();
    }

    private static String everyTextOf(String... tables) {
        var text = new StringBuilder();
        for (var table : tables) {
            controller
                    .get(JdbcClient.class)
                    .sql("SELECT * FROM " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> text.append(row));
        }
        return text.toString();
    }
}
