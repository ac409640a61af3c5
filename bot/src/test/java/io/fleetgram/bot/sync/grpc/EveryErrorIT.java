package io.fleetgram.bot.sync.grpc;

import static io.fleetgram.bot.sync.grpc.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.security.NodeCertificates;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.app.Watches;
import io.fleetgram.parts.mariadb.TestMariaDb;
import io.fleetgram.shared.StateHash;
import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import io.fleetgram.shared.pki.KeyPairs;
import io.fleetgram.shared.pki.NodeToken;
import io.fleetgram.wire.agent.v1.CoreStatus;
import io.fleetgram.wire.agent.v1.EnrollRequest;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Z9: every code of the list is raised by a real call, with a sentence, and with a trace id that the log has too.
 *
 * <p>A code that nobody here raises does not compile: the switch knows every one.
 */
@ExtendWith(OutputCaptureExtension.class)
class EveryErrorIT {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static TestController controller;
    private static Fleet fleet;

    @BeforeAll
    static void start() {
        controller = TestController.start(
                TestMariaDb.freshDatabase(),
                Map.of(
                        "fleetgram.agents.behind-proxy.public-endpoints", "localhost:443",
                        "fleetgram.agents.behind-proxy.port", "0",
                        "logging.level.io.fleetgram", "INFO"));
        fleet = new Fleet(controller);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @ParameterizedTest
    @EnumSource(AgentError.class)
    void each_code_is_raised_with_a_sentence_and_a_trace_that_the_log_has(AgentError error, CapturedOutput output)
            throws Exception {
        var failure = raise(error);

        assertThat(TestAgent.codeOf(failure)).isEqualTo(error.name());
        assertThat(failure.getStatus().getDescription()).contains(" ").hasSizeGreaterThan(15);
        var trace = failure.getTrailers().get(Failures.TRACE);
        assertThat(trace).matches("[a-z0-9]{12}");
        await().untilAsserted(() -> assertThat(output.getAll()).contains(trace));
    }

    @Test
    void the_answer_the_audit_and_the_log_of_a_call_have_one_trace(CapturedOutput output) {
        var node = fleet.addNode();
        var trailers = new AtomicReference<Metadata>();
        try (var stranger = TestAgent.withoutCertificate(controller, KeyPairs.generate(RANDOM))) {
            stranger.call()
                    .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(new AtomicReference<>(), trailers))
                    .enroll(stranger.enrollment(fleet.token(node)));
        }

        var trace = trailers.get().get(Failures.TRACE);

        assertThat(controller
                        .get(JdbcClient.class)
                        .sql("SELECT trace_id FROM audit_entry WHERE action = 'node.enroll' AND subject = ?")
                        .param("node:" + node)
                        .query(String.class)
                        .single())
                .isEqualTo(trace);
        assertThat(output.getAll().lines())
                .anyMatch(line -> line.contains("[" + trace + "]") && line.contains(node.text()));
    }

    private static StatusRuntimeException raise(AgentError error) throws Exception {
        return switch (error) {
            case INTERNAL -> byABrokenTable();
            case UNAVAILABLE -> byAPollUnderTheFormerCertificate();
            case INVALID_REQUEST -> byNonsense();
            case UNAUTHENTICATED -> byAStranger();
            case CERTIFICATE_EXPIRED -> byAnExpiredCertificate();
            case CERTIFICATE_REVOKED -> byTheFormerCertificate();
            case NODE_REMOVED -> byARemovedNode();
            case JOIN_TOKEN_REFUSED -> byAnUnknownJoinToken();
            case RATE_LIMITED -> byOneSnapshotTooMany();
            case POLL_REPLACED -> byASecondPoll();
            case TOKEN_REVOKED -> byTheFormerToken();
        };
    }

    private static StatusRuntimeException byABrokenTable() {
        var database = controller.get(JdbcClient.class);
        try (var agent = fleet.join(fleet.addNode())) {
            report(agent);
            database.sql("RENAME TABLE node_failed_entry TO node_failed_entry_away")
                    .update();
            return refused("INTERNAL", () -> report(agent));
        } finally {
            database.sql("RENAME TABLE node_failed_entry_away TO node_failed_entry")
                    .update();
        }
    }

    private static StatusRuntimeException byAPollUnderTheFormerCertificate() throws Exception {
        try (var old = fleet.join(fleet.addNode())) {
            report(old);
            var parked = park(old);
            var renewed = TestAgent.certificate(old.renew().getCertificateChain(0));
            try (var next = TestAgent.with(controller, old.keys(), renewed)) {
                report(next);
                return failureOf(parked);
            }
        }
    }

    private static StatusRuntimeException byNonsense() {
        try (var stranger = TestAgent.withoutCertificate(controller, KeyPairs.generate(RANDOM))) {
            return refused(
                    "INVALID_REQUEST",
                    () -> stranger.call()
                            .enroll(EnrollRequest.newBuilder()
                                    .setJoinToken(fleet.token(fleet.addNode()))
                                    .setCertificateRequest(ByteString.copyFromUtf8("no request"))
                                    .build()));
        }
    }

    private static StatusRuntimeException byAStranger() {
        try (var stranger = TestAgent.withoutCertificate(controller, KeyPairs.generate(RANDOM))) {
            return refused("UNAUTHENTICATED", () -> report(stranger));
        }
    }

    private static StatusRuntimeException byAnExpiredCertificate() {
        var node = fleet.addNode();
        var keys = KeyPairs.generate(RANDOM);
        var now = Instant.now();
        var expired = controller
                .get(Authority.class)
                .get()
                .issueForNode(
                        node.text(),
                        keys.getPublic(),
                        new Validity(now.minusSeconds(7200), now.minusSeconds(3600)),
                        RANDOM);
        controller.get(NodeCertificates.class).add(node.text(), expired, now);
        try (var agent = TestAgent.with(controller, keys, expired)) {
            return refused("CERTIFICATE_EXPIRED", () -> report(agent));
        }
    }

    private static StatusRuntimeException byTheFormerCertificate() {
        try (var old = fleet.join(fleet.addNode())) {
            report(old);
            var renewed = TestAgent.certificate(old.renew().getCertificateChain(0));
            try (var next = TestAgent.with(controller, old.keys(), renewed)) {
                report(next);
            }
            Refusals.eventually("CERTIFICATE_REVOKED", () -> report(old));
            return refused("CERTIFICATE_REVOKED", () -> report(old));
        }
    }

    private static StatusRuntimeException byARemovedNode() {
        var node = fleet.addNode();
        try (var agent = fleet.join(node)) {
            report(agent);
            fleet.remove(node);
            Refusals.eventually("NODE_REMOVED", () -> report(agent));
            return refused("NODE_REMOVED", () -> report(agent));
        }
    }

    private static StatusRuntimeException byAnUnknownJoinToken() {
        try (var stranger = TestAgent.withoutCertificate(controller, KeyPairs.generate(RANDOM))) {
            return refused("JOIN_TOKEN_REFUSED", () -> stranger.enroll("nonsense"));
        }
    }

    private static StatusRuntimeException byOneSnapshotTooMany() {
        try (var agent = fleet.join(fleet.addNode())) {
            for (int snapshot = 0; snapshot < 3; snapshot++) {
                agent.poll(0, StateHash.EMPTY, Duration.ZERO);
            }
            return refused("RATE_LIMITED", () -> agent.poll(0, StateHash.EMPTY, Duration.ZERO));
        }
    }

    private static StatusRuntimeException byASecondPoll() throws Exception {
        try (var agent = fleet.join(fleet.addNode())) {
            var parked = park(agent);
            agent.poll(0, StateHash.EMPTY, Duration.ZERO);
            return failureOf(parked);
        }
    }

    private static StatusRuntimeException byTheFormerToken() {
        try (var old = TokenAgent.joined(controller, joinToken(fleet.addNode()))) {
            old.report();
            var token = NodeToken.random(RANDOM);
            old.rotate(token);
            try (var next = new TokenAgent(controller, token)) {
                next.report();
            }
            Refusals.eventually("TOKEN_REVOKED", old::report);
            return refused("TOKEN_REVOKED", old::report);
        }
    }

    private static Future<?> park(TestAgent agent) {
        var watches = controller.get(Watches.class);
        await().until(() -> watches.parked() == 0);
        var stored = agent.poll(0, StateHash.EMPTY, Duration.ZERO);
        var version = stored.getFirst().getSnapshotStart().getVersion();
        var hash =
                StateHash.fromBytes(stored.getLast().getSnapshotEnd().getHash().toByteArray());
        await().until(() -> watches.parked() == 0);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var parked = threads.submit(() -> agent.poll(version, hash, Duration.ofSeconds(40)));
        threads.shutdown();
        await().until(() -> watches.parked() == 1);
        return parked;
    }

    private static StatusRuntimeException failureOf(Future<?> call) throws Exception {
        try {
            throw new AssertionError("answered: " + call.get(20, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return (StatusRuntimeException) e.getCause();
        }
    }

    private static String joinToken(NodeKey node) {
        return controller
                .get(JoinCommands.class)
                .issue(node, CredentialKind.TOKEN)
                .token();
    }

    private static Object report(TestAgent agent) {
        agent.report(CoreStatus.State.RUNNING);
        return List.of();
    }
}
