package io.fleetgram.agent.controller.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Enrollment;
import io.fleetgram.agent.controller.Enrollment.Outcome;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.FakeFleet;
import io.fleetgram.agent.controller.FakeFleet.Fault;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.CredentialFile.Content;
import io.fleetgram.agent.store.PendingKey;
import io.fleetgram.agent.store.Proof;
import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import io.fleetgram.shared.pki.Fingerprint;
import io.fleetgram.shared.pki.KeyPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enrolling over real TLS with nothing known but a fingerprint. Shows N2 at the agent's side. */
class EnrollmentIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Cursor POSITION = new Cursor(new Epoch(1, 1), 1);

    @TempDir
    Path root;

    private final FakeFleet fleet = new FakeFleet(batch -> POSITION);
    private FleetServer server;
    private AgentDirectory directory;

    @BeforeEach
    void start() throws IOException {
        server = FleetServer.start(fleet);
        directory = new AgentDirectory(root.resolve("agent"));
        fleet.allowToken("token-1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_machine_with_a_token_becomes_a_node_that_the_controller_knows() throws IOException {
        var outcome = enroll("token-1", Fingerprint.of(fleet.authority().certificate()), server.port());
        var credentials = ((Outcome.Enrolled) outcome).credentials();
        assertThat(credentials.nodeKey()).isEqualTo(FakeFleet.NODE_KEY);
        assertThat(CredentialFile.read(directory.credentials())).isEqualTo(new Content.Present(credentials));
        assertThat(directory.pendingKey()).doesNotExist();
        try (var controller = new GrpcController(credentials, CallDeadlines.DEFAULT)) {
            assertThat(controller.reportTraffic(new byte[0])).isEqualTo(new Answer.Answered<>(POSITION));
        }
    }

    @Test
    void after_a_lost_answer_the_same_command_gets_a_certificate_for_the_same_key() throws IOException {
        var pin = Fingerprint.of(fleet.authority().certificate());
        fleet.failNext(Fault.ANSWER_LOST);
        assertThat(enroll("token-1", pin, server.port())).isInstanceOf(Outcome.Unreachable.class);
        var shown = PendingKey.loadOrCreate(directory.pendingKey(), RANDOM).getPublic();
        var credentials = ((Outcome.Enrolled) enroll("token-1", pin, server.port())).credentials();
        assertThat(((Proof.ByCertificate) credentials.proof()).certificate().getPublicKey())
                .isEqualTo(shown);
    }

    @Test
    void a_token_that_another_machine_has_shown_is_refused_and_nothing_is_stored() throws IOException {
        var pin = Fingerprint.of(fleet.authority().certificate());
        enroll("token-1", pin, server.port());
        directory = new AgentDirectory(root.resolve("other"));
        assertThat(enroll("token-1", pin, server.port()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).contains("JOIN_TOKEN_REFUSED", "trace t1"));
        assertThat(CredentialFile.read(directory.credentials())).isEqualTo(new Content.Missing());
    }

    @Test
    void a_controller_without_the_pinned_authority_never_sees_the_token() throws IOException {
        var now = Instant.now();
        var other = CertificateAuthority.create(
                "Fleetgram test", new Validity(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1))), RANDOM);
        assertThat(enroll("token-1", Fingerprint.of(other.certificate()), server.port()))
                .isInstanceOfSatisfying(
                        Outcome.Unreachable.class,
                        away -> assertThat(away.why()).contains("fingerprint of the join command"));
        directory = new AgentDirectory(root.resolve("other"));
        assertThat(enroll("token-1", Fingerprint.of(fleet.authority().certificate()), server.port()))
                .isInstanceOf(Outcome.Enrolled.class);
    }

    @Test
    void the_authority_in_the_chain_does_not_help_a_leaf_that_it_did_not_sign() throws IOException {
        var now = Instant.now();
        var validity = new Validity(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)));
        var impostor = CertificateAuthority.create("Fleetgram test", validity, RANDOM);
        var keys = KeyPairs.generate(RANDOM);
        var leaf = impostor.issueForController(keys.getPublic(), validity, RANDOM);
        var chain = List.of(leaf, fleet.authority().certificate());
        try (var fake = FleetServer.start(fleet, chain, keys.getPrivate(), "TLSv1.3", 0)) {
            assertThat(enroll("token-1", Fingerprint.of(fleet.authority().certificate()), fake.port()))
                    .isInstanceOf(Outcome.Unreachable.class);
        }
    }

    @Test
    void a_controller_with_another_name_is_not_believed() throws IOException {
        var keys = KeyPairs.generate(RANDOM);
        try (var node = FleetServer.start(fleet, fleet.certify(keys.getPublic()), keys.getPrivate(), "TLSv1.3", 0)) {
            assertThat(enroll("token-1", Fingerprint.of(fleet.authority().certificate()), node.port()))
                    .isInstanceOf(Outcome.Unreachable.class);
        }
    }

    private Outcome enroll(String token, Fingerprint pin, int port) throws IOException {
        var desk =
                new GrpcEnrollmentDesk(List.of(new ControllerAddress("127.0.0.1", port)), pin, CallDeadlines.DEFAULT);
        var agent = new AgentDescription("0.1.0", "Linux", "amd64", "host-1");
        return new Enrollment(directory, desk, agent, RANDOM).enroll(token);
    }
}
