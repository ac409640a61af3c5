package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.security.Authority;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/** Z1: the certificate that a running controller shows renews by itself. */
class ServerCertificateIT {

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

            controller.advance(Duration.ofDays(61));
            var second = shown(controller);

            assertThat(second[0]).isNotEqualTo(first[0]);
            assertThat(second[1]).isEqualTo(first[1]).isEqualTo(authority);
            second[0].verify(authority.getPublicKey());
        }
    }

    private static X509Certificate[] shown(TestController controller) throws Exception {
        var tls = SSLContext.getInstance("TLSv1.3");
        tls.init(null, new TrustManager[] {new Looker()}, new SecureRandom());
        int port = controller.get(AgentServer.class).port();
        try (var socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            socket.startHandshake();
            var chain = socket.getSession().getPeerCertificates();
            return new X509Certificate[] {(X509Certificate) chain[0], (X509Certificate) chain[1]};
        }
    }
}
