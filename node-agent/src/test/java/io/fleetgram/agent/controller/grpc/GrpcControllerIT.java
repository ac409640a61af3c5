package io.fleetgram.agent.controller.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.Controller;
import io.fleetgram.agent.controller.ControllerContract;
import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.FakeFleet;
import io.fleetgram.agent.meter.grpc.ProtocolBatchFormat;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import io.fleetgram.shared.pki.KeyPairs;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real adapter against a fleet behind real TLS. Shows Z1 and A2 at the agent's side. */
class GrpcControllerIT extends ControllerContract {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Cursor FIRST = new Cursor(new Epoch(3, 4), 1);

    private final FakeFleet fleet = new FakeFleet(Protocol::position);
    private FleetServer server;

    @BeforeEach
    void start() throws IOException {
        server = FleetServer.start(fleet);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected FakeFleet fleet() {
        return fleet;
    }

    @Override
    protected Controller open() {
        return open(List.of(at(server.port())));
    }

    @Override
    protected byte[] batch(Cursor position) {
        return new ProtocolBatchFormat().bytes(position, List.of(), FakeFleet.TIME);
    }

    @Test
    void a_controller_of_another_authority_is_not_believed() throws IOException {
        var stranger = authority();
        try (var other = FleetServer.start(fleet, stranger, "TLSv1.3", 0);
                var controller = open(List.of(at(other.port())))) {
            assertThat(controller.reportTraffic(batch(FIRST))).isInstanceOf(Answer.Away.class);
            assertThat(fleet.booked()).isEmpty();
        }
    }

    @Test
    void a_nodes_certificate_does_not_make_a_controller() throws IOException {
        var keys = KeyPairs.generate(RANDOM);
        var chain = fleet.certify(keys.getPublic());
        try (var other = FleetServer.start(fleet, chain, keys.getPrivate(), "TLSv1.3", 0);
                var controller = open(List.of(at(other.port())))) {
            assertThat(controller.reportTraffic(batch(FIRST))).isInstanceOf(Answer.Away.class);
            assertThat(fleet.booked()).isEmpty();
        }
    }

    @Test
    void an_older_tls_is_not_spoken() throws IOException {
        try (var old = FleetServer.start(fleet, fleet.authority(), "TLSv1.2", 0);
                var controller = open(List.of(at(old.port())))) {
            assertThat(controller.reportTraffic(batch(FIRST))).isInstanceOf(Answer.Away.class);
            assertThat(fleet.booked()).isEmpty();
        }
    }

    @Test
    void when_one_controller_does_not_answer_the_next_call_goes_to_the_next_one() throws IOException {
        try (var controller = open(List.of(at(closedPort()), at(server.port())))) {
            assertThat(controller.reportTraffic(batch(FIRST))).isInstanceOf(Answer.Away.class);
            assertThat(controller.reportTraffic(batch(FIRST))).isEqualTo(new Answer.Answered<>(FIRST));
            assertThat(controller.reportTraffic(batch(FIRST))).isEqualTo(new Answer.Answered<>(FIRST));
        }
    }

    @Test
    void a_controller_that_comes_back_on_its_port_is_reached_by_the_next_call() throws IOException {
        int port = server.port();
        try (var controller = open()) {
            assertThat(controller.reportTraffic(batch(FIRST))).isEqualTo(new Answer.Answered<>(FIRST));
            server.close();
            assertThat(controller.reportTraffic(batch(FIRST))).isInstanceOf(Answer.Away.class);
            server = FleetServer.start(fleet, fleet.authority(), "TLSv1.3", port);
            assertThat(controller.reportTraffic(batch(FIRST))).isEqualTo(new Answer.Answered<>(FIRST));
        }
    }

    private Controller open(List<ControllerAddress> addresses) {
        var keys = KeyPairs.generate(RANDOM);
        var credentials = new Credentials(
                FakeFleet.NODE_KEY, "de-1", keys.getPrivate(), fleet.certify(keys.getPublic()), addresses);
        return new GrpcController(credentials, CallDeadlines.DEFAULT);
    }

    private static CertificateAuthority authority() {
        var now = Instant.now();
        return CertificateAuthority.create(
                "Fleetgram test", new Validity(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))), RANDOM);
    }

    private static ControllerAddress at(int port) {
        return new ControllerAddress("127.0.0.1", port);
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
