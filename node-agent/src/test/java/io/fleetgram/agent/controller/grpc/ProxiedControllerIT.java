package io.fleetgram.agent.controller.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.Controller;
import io.fleetgram.agent.controller.ControllerContract;
import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Enrollment;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.FakeFleet;
import io.fleetgram.agent.controller.FakeFleet.Fault;
import io.fleetgram.agent.controller.Renewal;
import io.fleetgram.agent.meter.grpc.ProtocolBatchFormat;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.Proof;
import io.fleetgram.agent.store.ProxyTrust;
import io.fleetgram.parts.tls.ProxyCertificate;
import io.fleetgram.parts.tls.TlsProxy;
import io.fleetgram.shared.pki.Fingerprint;
import io.fleetgram.shared.pki.NodeToken;
import io.fleetgram.shared.pki.RemovalProof;
import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real adapter against a fleet behind a proxy that ends TLS. Shows token mode of Z1 and Z2 at the agent's side. */
class ProxiedControllerIT extends ControllerContract {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Cursor FIRST = new Cursor(new Epoch(3, 4), 1);

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    private static ProxyCertificate certificate;

    private final FakeFleet fleet = new FakeFleet(Protocol::position);
    private final NodeToken token = NodeToken.random(RANDOM);
    private byte[] removalWord = RemovalProof.sign(fleet.authority().keys().getPrivate(), FakeFleet.NODE_KEY);
    private FleetServer server;
    private TlsProxy proxy;

    @BeforeAll
    static void makeCertificate() {
        certificate = ProxyCertificate.make();
    }

    @BeforeEach
    void start() throws IOException {
        server = FleetServer.startBehindProxy(fleet, () -> removalWord);
        proxy = TlsProxy.inFrontOf(server.port(), certificate);
        fleet.addNodeToken(token.hash());
    }

    @AfterEach
    void stop() {
        proxy.close();
        server.close();
    }

    @Override
    protected FakeFleet fleet() {
        return fleet;
    }

    @Override
    protected Controller open() {
        return open(credentials(token, pin()));
    }

    @Override
    protected byte[] batch(Cursor position) {
        return new ProtocolBatchFormat().bytes(position, List.of(), FakeFleet.TIME);
    }

    @Test
    void a_removal_that_the_authority_did_not_sign_is_not_believed() throws IOException {
        fleet.removeNode();
        for (var forged :
                List.of(new byte[0], RemovalProof.sign(fleet.authority().keys().getPrivate(), "another"))) {
            removalWord = forged;
            try (var controller = open()) {
                assertThat(controller.renew(new byte[0])).isInstanceOf(Answer.Away.class);
            }
        }
    }

    @Test
    void a_proxy_that_is_not_the_pinned_one_or_that_no_authority_of_this_machine_knows_never_sees_the_token() {
        var another = new ProxyTrust.Pinned(Fingerprint.of(fleet.authority().certificate()));
        for (var trust : List.of(another, new ProxyTrust.OfSystem())) {
            try (var controller = open(credentials(token, trust))) {
                assertThat(controller.reportTraffic(batch(FIRST))).isInstanceOf(Answer.Away.class);
            }
        }
        assertThat(fleet.booked()).isEmpty();
    }

    @Test
    void a_proxy_that_an_authority_of_this_machine_vouches_for_is_believed_without_a_pin() throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("proxy", certificate.certificate());
        var file = directory.resolve("trusted.p12");
        try (var out = Files.newOutputStream(file)) {
            trusted.store(out, "only-a-test".toCharArray());
        }
        System.setProperty(TRUST_STORE, file.toString());
        System.setProperty(TRUST_STORE_PASSWORD, "only-a-test");
        try (var controller = open(credentials(token, new ProxyTrust.OfSystem()))) {
            assertThat(controller.reportTraffic(batch(FIRST))).isEqualTo(new Answer.Answered<>(FIRST));
        } finally {
            System.clearProperty(TRUST_STORE);
            System.clearProperty(TRUST_STORE_PASSWORD);
        }
    }

    @Test
    void without_a_token_of_the_node_nothing_is_answered() {
        try (var controller = open(credentials(NodeToken.random(RANDOM), pin()))) {
            assertThat(controller.reportTraffic(batch(FIRST))).isInstanceOf(Answer.Away.class);
        }
        assertThat(fleet.booked()).isEmpty();
    }

    @Test
    void a_machine_enrolls_with_a_token_that_only_it_has_and_after_a_lost_answer_with_the_same() throws IOException {
        var home = new AgentDirectory(directory.resolve("agent"));
        fleet.allowToken("join-1");
        fleet.failNext(Fault.ANSWER_LOST);
        assertThat(enroll(home)).isInstanceOf(Enrollment.Outcome.Unreachable.class);

        var enrolled = ((Enrollment.Outcome.Enrolled) enroll(home)).credentials();

        assertThat(CredentialFile.read(home.credentials())).isEqualTo(new CredentialFile.Content.Present(enrolled));
        assertThat(home.pendingToken()).doesNotExist();
        try (var controller = open(enrolled)) {
            assertThat(controller.reportTraffic(batch(FIRST))).isEqualTo(new Answer.Answered<>(FIRST));
        }
    }

    @Test
    void a_token_is_replaced_after_a_month_and_a_lost_answer_costs_nothing() throws IOException {
        var home = new AgentDirectory(directory.resolve("agent"));
        home.create();
        var first = credentials(token, pin());
        var now = new Instant[] {first.renewalDue().minusSeconds(1)};
        try (var controller = open(first)) {
            var renewal = new Renewal(home, first, controller, () -> now[0], RANDOM);
            renewal.renewIfDue();
            assertThat(renewal.credentials()).isEqualTo(first);

            now[0] = first.renewalDue();
            fleet.failNext(Fault.ANSWER_LOST);
            renewal.renewIfDue();
            assertThat(renewal.credentials())
                    .as("the old one is used until the new one is known")
                    .isEqualTo(first);

            now[0] = now[0].plus(Duration.ofMinutes(5));
            renewal.renewIfDue();
            var next = renewal.credentials();
            assertThat(((Proof.ByToken) next.proof()).token()).isNotEqualTo(token);
            assertThat(CredentialFile.read(home.credentials())).isEqualTo(new CredentialFile.Content.Present(next));
            assertThat(home.pendingToken()).doesNotExist();
            assertThat(controller.reportTraffic(batch(FIRST))).isEqualTo(new Answer.Answered<>(FIRST));
        }
    }

    private Enrollment.Outcome enroll(AgentDirectory home) throws IOException {
        var desk = new GrpcEnrollmentDesk(
                List.of(address()),
                Fingerprint.of(fleet.authority().certificate()),
                Optional.of(pin()),
                CallDeadlines.DEFAULT);
        var agent = new AgentDescription("0.1.0", "Linux", "amd64", "host-1");
        return new Enrollment(home, desk, agent, RANDOM, Optional.of(pin()), InstantSource.system()).enroll("join-1");
    }

    private Credentials credentials(NodeToken shown, ProxyTrust trust) {
        var proof = new Proof.ByToken(shown, Instant.now(), fleet.authority().certificate(), trust);
        return new Credentials(FakeFleet.NODE_KEY, "de-1", proof, List.of(address()));
    }

    private static Controller open(Credentials credentials) {
        return new GrpcController(credentials, CallDeadlines.DEFAULT);
    }

    private static ProxyTrust pin() {
        return new ProxyTrust.Pinned(Fingerprint.of(certificate.certificate()));
    }

    private ControllerAddress address() {
        return ControllerAddress.parse(proxy.address());
    }
}
