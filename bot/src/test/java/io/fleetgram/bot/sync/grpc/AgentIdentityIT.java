package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.AuditRow;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeState;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.security.NodeCertificates;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.app.Watches;
import io.fleetgram.shared.StateHash;
import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.KeyPairs;
import io.fleetgram.wire.agent.v1.CoreStatus;
import io.fleetgram.wire.agent.v1.EnrollRequest;
import io.fleetgram.wire.agent.v1.ReportTrafficRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Z1, N2: who may speak to a controller, over real TLS. */
class AgentIdentityIT {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static TestController controller;
    private static Fleet fleet;

    @BeforeAll
    static void start() {
        controller = TestController.start();
        fleet = new Fleet(controller);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void the_join_command_alone_makes_a_node_and_the_first_report_with_an_answering_core_joins_it() {
        var node = addNode();
        try (var agent = TestAgent.joined(controller, token(node))) {
            assertThat(stateOf(node)).isEqualTo(NodeState.PENDING);

            agent.report(CoreStatus.State.STARTING);
            assertThat(stateOf(node)).isEqualTo(NodeState.PENDING);

            agent.report(CoreStatus.State.RUNNING);
            assertThat(stateOf(node)).isEqualTo(NodeState.JOINED);
        }
        assertThat(AuditRow.all(controller.get(JdbcClient.class)))
                .filteredOn(entry -> entry.subject().equals("node:" + node))
                .extracting(entry -> entry.action())
                .containsExactly("node.enroll", "node.join");
    }

    @Test
    void a_nodes_certificate_names_the_node_and_is_good_for_a_year() {
        var node = addNode();
        try (var stranger = TestAgent.withoutCertificate(controller, KeyPairs.generate(RANDOM))) {
            var response = stranger.enroll(token(node));
            var certificate = TestAgent.leaf(response);

            assertThat(response.getNodeKey()).isEqualTo(node.text());
            assertThat(response.getControllerEndpointsList()).containsExactly("control.example.org:8443");
            assertThat(Certificates.commonName(certificate)).isEqualTo(node.text());
            assertThat(Duration.between(Instant.now(), certificate.getNotAfter().toInstant()))
                    .isBetween(Duration.ofDays(364), Duration.ofDays(365));
        }
    }

    @Test
    void a_token_is_bound_to_the_first_key_that_shows_it_and_that_key_gets_its_certificate_again() {
        var token = token(addNode());
        try (var first = TestAgent.withoutCertificate(controller, KeyPairs.generate(RANDOM));
                var other = TestAgent.withoutCertificate(controller, KeyPairs.generate(RANDOM))) {
            var once = first.enroll(token);
            var again = first.enroll(token);

            assertThat(again.getCertificateChainList()).isEqualTo(once.getCertificateChainList());
            refused("JOIN_TOKEN_REFUSED", () -> other.enroll(token));
        }
    }

    @Test
    void a_wrong_token_an_old_one_and_a_request_that_proves_nothing_are_refused() {
        var node = addNode();
        var token = token(node);
        controller
                .get(JdbcClient.class)
                .sql(
                        "UPDATE join_token SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE node_id = (SELECT id FROM node WHERE node_key = ?)")
                .param(node.text())
                .update();
        try (var stranger = TestAgent.withoutCertificate(controller, KeyPairs.generate(RANDOM))) {
            refused("JOIN_TOKEN_REFUSED", () -> stranger.enroll("nonsense"));
            refused("JOIN_TOKEN_REFUSED", () -> stranger.enroll(token));
            refused("INVALID_REQUEST", () -> stranger.enroll(""));
            refused(
                    "INVALID_REQUEST",
                    () -> stranger.call()
                            .enroll(EnrollRequest.newBuilder()
                                    .setJoinToken(token(node))
                                    .setCertificateRequest(ByteString.copyFromUtf8("no request"))
                                    .build()));
        }
    }

    @Test
    void without_a_certificate_only_enroll_answers() {
        try (var stranger = TestAgent.withoutCertificate(controller, KeyPairs.generate(RANDOM))) {
            refused("UNAUTHENTICATED", () -> stranger.poll(0, StateHash.EMPTY, Duration.ZERO));
            refused("UNAUTHENTICATED", () -> report(stranger));
            refused("UNAUTHENTICATED", stranger::renew);
            refused("UNAUTHENTICATED", () -> stranger.call().reportTraffic(ReportTrafficRequest.getDefaultInstance()));
        }
    }

    @Test
    void nothing_older_than_tls_1_3_is_spoken() throws Exception {
        assertThat(handshake("TLSv1.3")).isEqualTo("TLSv1.3");
        assertThatThrownBy(() -> handshake("TLSv1.2")).isInstanceOf(SSLException.class);
    }

    @Test
    void a_certificate_of_another_authority_does_not_pass_the_handshake() {
        var node = addNode();
        var keys = KeyPairs.generate(RANDOM);
        var now = Instant.now();
        var validity = new CertificateAuthority.Validity(now.minusSeconds(60), now.plusSeconds(3600));
        var foreign = CertificateAuthority.create("Fleetgram authority", validity, RANDOM)
                .issueForNode(node.text(), keys.getPublic(), validity, RANDOM);
        try (var impostor = TestAgent.with(controller, keys, foreign)) {
            assertNotConnected(impostor);
        }
    }

    @Test
    void a_controllers_own_certificate_is_none_for_a_node() {
        var keys = KeyPairs.generate(RANDOM);
        var now = Instant.now();
        var server = controller
                .get(Authority.class)
                .get()
                .issueForController(
                        keys.getPublic(),
                        new CertificateAuthority.Validity(now.minusSeconds(60), now.plusSeconds(3600)),
                        RANDOM);
        try (var impostor = TestAgent.with(controller, keys, server)) {
            assertNotConnected(impostor);
        }
    }

    @Test
    void an_expired_certificate_is_good_for_renewal_and_nothing_else() {
        var node = addNode();
        var keys = KeyPairs.generate(RANDOM);
        var expired = issue(node, keys, Instant.now().minusSeconds(60));
        try (var agent = TestAgent.with(controller, keys, expired)) {
            refused("CERTIFICATE_EXPIRED", () -> report(agent));
            refused("CERTIFICATE_EXPIRED", () -> agent.poll(0, StateHash.EMPTY, Duration.ZERO));

            var renewed = TestAgent.certificate(agent.renew().getCertificateChain(0));
            try (var again = TestAgent.with(controller, keys, renewed)) {
                again.report(CoreStatus.State.RUNNING);
                assertThat(stateOf(node)).isEqualTo(NodeState.JOINED);
            }
        }
    }

    @Test
    void the_first_use_of_a_new_certificate_ends_the_old_one() {
        var node = addNode();
        try (var old = TestAgent.joined(controller, token(node))) {
            old.report(CoreStatus.State.RUNNING);
            var lost = TestAgent.certificate(old.renew().getCertificateChain(0));
            var renewed = TestAgent.certificate(old.renew().getCertificateChain(0));
            assertThat(renewed).as("a lost answer costs nothing").isEqualTo(lost);
            old.report(CoreStatus.State.RUNNING);

            try (var next = TestAgent.with(controller, old.keys(), renewed)) {
                next.report(CoreStatus.State.RUNNING);
                await().untilAsserted(() -> refused("CERTIFICATE_REVOKED", () -> report(old)));
                next.report(CoreStatus.State.RUNNING);
            }
        }
    }

    @Test
    void a_revoked_certificate_ends_the_parked_poll_within_a_second_and_no_later_handshake_passes() {
        var node = addNode();
        var keys = KeyPairs.generate(RANDOM);
        var certificate = issue(node, keys, Instant.now().plusSeconds(3600));
        try (var agent = TestAgent.with(controller, keys, certificate);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var snapshot = agent.poll(0, StateHash.EMPTY, Duration.ZERO);
            var version = snapshot.getFirst().getSnapshotStart().getVersion();
            var hash = StateHash.fromBytes(
                    snapshot.getLast().getSnapshotEnd().getHash().toByteArray());
            var watches = controller.get(Watches.class);
            await().until(() -> watches.parked() == 0);
            var parked = threads.submit(() -> agent.poll(version, hash, Duration.ofSeconds(20)));
            await().until(() -> watches.parked() == 1);

            var begin = System.nanoTime();
            revoke(node);

            assertThatThrownBy(() -> parked.get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            failure -> assertThat(TestAgent.codeOf(failure)).isEqualTo("CERTIFICATE_REVOKED"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
            refused("CERTIFICATE_REVOKED", () -> report(agent));
            refused("CERTIFICATE_REVOKED", agent::renew);
        }
        try (var later = TestAgent.with(controller, keys, certificate)) {
            assertNotConnected(later);
        }
    }

    /** Returns the version that both sides agreed on. */
    private static String handshake(String version) throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "authority", controller.get(Authority.class).get().certificate());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), RANDOM);
        int port = controller.get(AgentServer.class).port();
        try (var socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private static void revoke(NodeKey node) {
        var certificates = controller.get(NodeCertificates.class);
        controller.get(DesiredState.class).change(touched -> {
            var serials = certificates.revokeAll(node.text(), "lost", Instant.now());
            serials.forEach(serial -> touched.add(new ChangeRow.Certificate(serial, node.text())));
            return serials.size();
        });
    }

    private static X509Certificate issue(NodeKey node, KeyPair keys, Instant until) {
        var certificate = controller
                .get(Authority.class)
                .get()
                .issueForNode(
                        node.text(),
                        keys.getPublic(),
                        new CertificateAuthority.Validity(Instant.now().minusSeconds(3600), until),
                        RANDOM);
        controller.get(NodeCertificates.class).add(node.text(), certificate, Instant.now());
        return certificate;
    }

    private static NodeKey addNode() {
        return fleet.addNode();
    }

    private static String token(NodeKey node) {
        return fleet.token(node);
    }

    private static NodeState stateOf(NodeKey node) {
        return fleet.node(node).state();
    }

    private static Object report(TestAgent agent) {
        agent.report(CoreStatus.State.RUNNING);
        return List.of();
    }

    private static void refused(String code, Callable<?> call) {
        var failure = catchThrowableOfType(StatusRuntimeException.class, call::call);
        assertThat(failure).as("refused with " + code).isNotNull();
        assertThat(TestAgent.codeOf(failure)).isEqualTo(code);
        assertThat(failure.getTrailers().get(Failures.TRACE)).matches("[a-z0-9]{12}");
    }

    private static void assertNotConnected(TestAgent agent) {
        assertThatThrownBy(() -> report(agent)).isInstanceOfSatisfying(StatusRuntimeException.class, failure -> {
            assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(failure.getTrailers() == null || failure.getTrailers().get(Failures.CODE) == null)
                    .as("the call never reached a method")
                    .isTrue();
        });
    }
}
