package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.Renewal;
import io.fleetgram.agent.controller.grpc.CallDeadlines;
import io.fleetgram.agent.controller.grpc.GrpcController;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.Joining;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.sync.app.Watches;
import io.fleetgram.shared.pki.CertificateRequest;
import io.fleetgram.shared.pki.KeyPairs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Z1: certificates renew by themselves, the controller's own and those of nodes, whoever was away for however long. */
class ServerCertificateIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    /** Looks at certificates and believes them all. */
    private static final class Looker implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new AssertionError("nobody is a client of this");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            assertThat(chain).isNotEmpty();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void a_connection_after_two_thirds_of_its_life_is_shown_another_of_the_same_authority() throws Exception {
        try (var controller = TestController.startWith(TestController.MovedTime.class)) {
            var authority = controller.get(Authority.class).get().certificate();
            var first = shown(controller);
            assertThat(shown(controller)[0]).isEqualTo(first[0]);

            var fleet = new Fleet(controller);
            var follower = new Follower(controller, fleet.join(fleet.addNode()));
            follower.settle();
            long held = follower.version();
            var call = THREADS.submit(() -> follower.poll(Duration.ofSeconds(40)));
            await().until(() -> controller.get(Watches.class).parked() == 1);

            controller.advance(Duration.ofDays(61));
            var second = shown(controller);

            assertThat(second[0]).isNotEqualTo(first[0]);
            assertThat(second[1]).isEqualTo(first[1]).isEqualTo(authority);
            second[0].verify(authority.getPublicKey());
            assertThat(call).as("the call that was there before").isNotDone();
            fleet.addNode();
            fleet.addAccount();
            assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(Follower.Got.DELTA);
            assertThat(follower.version()).isGreaterThan(held);
            follower.close();
        }
    }

    /** The agent's own code over real TLS; the clock stands in the past while the node joins. */
    @Test
    void a_node_whose_certificate_ended_while_the_controller_was_away_renews_it_by_itself(@TempDir Path home)
            throws Exception {
        try (var controller = TestController.startWith(TestController.MovedTime.class)) {
            controller.advance(Duration.ofDays(-400));
            var fleet = new Fleet(controller);
            var node = fleet.addNode();
            var keys = KeyPairs.generate(RANDOM);
            var issued = (Joining.Outcome.Issued) controller
                    .get(Joining.class)
                    .enroll(fleet.token(node), CertificateRequest.create(keys, "whatever"));
            controller.advance(Duration.ofDays(400));
            int port = controller.get(AgentServer.class).port();
            var expired = new Credentials(
                    node.text(),
                    "de-1",
                    keys.getPrivate(),
                    issued.chain(),
                    List.of(new ControllerAddress("127.0.0.1", port)));
            var directory = new AgentDirectory(home.resolve("agent"));
            directory.create();
            try (var agent = new GrpcController(expired, CallDeadlines.DEFAULT)) {
                assertThat(agent.reportStatus(AgentReports.running())).isInstanceOf(Answer.CertificateExpired.class);

                var renewal = new Renewal(directory, expired, agent, InstantSource.system(), RANDOM);
                assertThat(renewal.renew()).isTrue();

                assertThat(agent.reportStatus(AgentReports.running())).isInstanceOf(Answer.Answered.class);
                assertThat(renewal.credentials().proof().goodUntil()).isAfter(Instant.now());
            }
        }
    }

    private static X509Certificate[] shown(TestController controller) throws Exception {
        var tls = SSLContext.getInstance("TLSv1.3");
        tls.init(null, new TrustManager[] {new Looker()}, RANDOM);
        int port = controller.get(AgentServer.class).port();
        try (var socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            socket.startHandshake();
            var chain = socket.getSession().getPeerCertificates();
            return new X509Certificate[] {(X509Certificate) chain[0], (X509Certificate) chain[1]};
        }
    }
}
