package io.fleetgram.parts.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.core.CoreConfiguration;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.CoreProcess;
import io.fleetgram.parts.core.TestCores;
import io.fleetgram.parts.core.grpc.CoreApi;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.parts.vless.VlessClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class ProxyClientIT {

    private static final UUID ID = UUID.fromString("6f2b5f2e-0d5c-4b52-9c1c-4d0b1c6a7e11");

    @TempDir
    private Path directory;

    static Stream<Arguments> pairs() {
        return TestCores.every().stream()
                .flatMap(node -> TestCores.real().stream().map(client -> Arguments.of(node, client)));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("pairs")
    void bytes_go_both_ways_through_any_core_by_its_link(CoreBinary node, CoreBinary client) throws IOException {
        var apiPort = FreePort.find();
        var port = FreePort.find();
        var json = new CoreConfiguration(node.kind(), apiPort, port).json();
        try (var core = CoreProcess.start(node, directory, json);
                var api = CoreApi.open(node.kind(), apiPort);
                var target = ByteTarget.start();
                var proxy = ProxyClient.open(ShareLink.parse(plainLink(port)), client)) {
            assertThat(api.answersWithin(Duration.ofSeconds(20)))
                    .as(core.output())
                    .isTrue();
            assertThatThrownBy(() -> proxy.get(target.bytes(1))).isInstanceOf(IOException.class);
            api.addVless(CoreConfiguration.TAG, "a1.i1", ID);
            assertThat(proxy.get(target.bytes(5_000_000)).body()).isEqualTo(5_000_000);
            assertThat(proxy.post(target.swallowing(), 1_000_000).body()).isEqualTo("1000000".length());
            assertThat(target.swallowed()).isEqualTo(1_000_000);
            assertThat(api.counters("downlink").get("user>>>a1.i1>>>traffic>>>downlink"))
                    .isGreaterThan(5_000_000);
        }
    }

    @Test
    void without_a_real_core_plain_links_still_work() throws IOException {
        var node = TestCores.one(CoreKind.SIMULATED);
        var apiPort = FreePort.find();
        var port = FreePort.find();
        var socks = SocksServer.start(new VlessClient("127.0.0.1", port, ID));
        try (var core = CoreProcess.start(node, directory, new CoreConfiguration(node.kind(), apiPort, port).json());
                var api = CoreApi.open(node.kind(), apiPort);
                var target = ByteTarget.start();
                var proxy = ProxyClient.over("test", socks)) {
            assertThat(api.answersWithin(Duration.ofSeconds(20)))
                    .as(core.output())
                    .isTrue();
            api.addVless(CoreConfiguration.TAG, "a1.i1", ID);
            assertThat(proxy.get(target.bytes(3_000_000)).body()).isEqualTo(3_000_000);
        }
    }

    private static String plainLink(int port) {
        return "vless://%s@127.0.0.1:%d?encryption=none&type=tcp&security=none#node".formatted(ID, port);
    }
}
