package io.fleetgram.parts.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.parts.Eventually;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.CoreProcess;
import io.fleetgram.parts.core.TestCores;
import io.fleetgram.parts.core.grpc.CoreApi;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** VLESS under REALITY with Vision: only a real Xray can show this. */
@Timeout(120)
class RealityIT {

    private static final long ROUND = 3_000_000;

    @TempDir
    private Path directory;

    @Test
    void bytes_go_through_by_the_link_alone() throws Exception {
        var xray = TestCores.one(CoreKind.XRAY);
        try (var site = TlsSite.start("site.example");
                var target = ByteTarget.start()) {
            var node = RealityNode.pretendingToBe(site);
            try (var core = CoreProcess.start(xray, directory, node.configuration());
                    var proxy = ProxyClient.open(node.link(), xray)) {
                assertThat(proxy.get(target.bytes(5_000_000)).body())
                        .as(core.output())
                        .isEqualTo(5_000_000);
            }
        }
    }

    /** Vision hands streams that are TLS inside over to the kernel; without splice they are still counted as they flow. */
    @Test
    void a_stream_that_is_tls_inside_is_counted_while_it_runs() throws Exception {
        var xray = TestCores.one(CoreKind.XRAY);
        try (var site = TlsSite.start("site.example")) {
            var node = RealityNode.pretendingToBe(site);
            try (var core = CoreProcess.start(xray, directory, node.configuration());
                    var api = CoreApi.open(CoreKind.XRAY, node.apiPort());
                    var proxy = ProxyClient.open(node.link(), xray);
                    var raw = proxy.connect("127.0.0.1", site.port());
                    var inner = trustingAll().getSocketFactory().createSocket(raw, site.name(), site.port(), true)) {
                assertThat(api.answersWithin(Duration.ofSeconds(20)))
                        .as(core.output())
                        .isTrue();
                var http = new PlainHttp(inner.getInputStream(), inner.getOutputStream());
                for (int round = 1; round <= 4; round++) {
                    http.get(URI.create("https://site.example/bytes/" + ROUND));
                    var atLeast = round * ROUND;
                    Eventually.assertThat(
                                    () -> api.counters(RealityNode.EMAIL + ">>>traffic>>>downlink").values().stream()
                                            .anyMatch(bytes -> bytes >= atLeast))
                            .isEqualTo(true);
                }
            }
        }
    }

    private static SSLContext trustingAll() throws Exception {
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(null, new TrustManager[] {new TrustsAll()}, new SecureRandom());
        return context;
    }

    /** The site's certificate is of its own making. */
    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
