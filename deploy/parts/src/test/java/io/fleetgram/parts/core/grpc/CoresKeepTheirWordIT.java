package io.fleetgram.parts.core.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.fleetgram.parts.Eventually;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.core.CoreConfiguration;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.CoreProcess;
import io.fleetgram.parts.core.TestCores;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.PlainHttp;
import io.fleetgram.parts.vless.VlessClient;
import io.fleetgram.wire.core.protocol.User;
import io.fleetgram.wire.core.proxyman.AddUserOperation;
import io.fleetgram.wire.core.proxyman.AlterInboundRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent relies on, on every core that can be had: so the simulated one behaves as the real ones do. */
@Timeout(60)
class CoresKeepTheirWordIT {

    private static final String TAG = CoreConfiguration.TAG;
    private static final UUID ID = UUID.fromString("6f2b5f2e-0d5c-4b52-9c1c-4d0b1c6a7e11");

    /** SIGABRT: how Go's panic ends a process that only holds the core as a library. */
    private static final int ABORTED = 128 + 6;

    @TempDir
    private Path directory;

    private final int apiPort = FreePort.find();
    private final int inboundPort = FreePort.find();

    @SuppressWarnings("NullAway.Init")
    private CoreProcess process;

    @SuppressWarnings("NullAway.Init")
    private CoreApi api;

    static List<CoreBinary> cores() {
        return TestCores.every();
    }

    /** v2ray 4.34 cannot list users. */
    static List<CoreBinary> coresWithXraysApi() {
        return cores().stream().filter(core -> core.kind() != CoreKind.V2RAY).toList();
    }

    private void start(CoreBinary core) {
        process = CoreProcess.start(core, directory, new CoreConfiguration(core.kind(), apiPort, inboundPort).json());
        api = CoreApi.open(core.kind(), apiPort);
        assertThat(api.answersWithin(Duration.ofSeconds(20)))
                .as(process.output())
                .isTrue();
    }

    @AfterEach
    void stop() {
        api.close();
        process.close();
    }

    @ParameterizedTest
    @MethodSource("cores")
    void payload_is_counted_to_the_byte_and_nothing_else(CoreBinary core) throws IOException {
        start(core);
        assertThat(api.counters("user>>>")).isEmpty();
        assertThat(api.addVless(TAG, "a1.i1", ID)).isEmpty();
        assertThat(api.counters("user>>>")).isEmpty();
        try (var target = ByteTarget.start()) {
            PlainHttp.Transfer down;
            PlainHttp.Transfer up;
            try (var stream = new VlessClient("127.0.0.1", inboundPort, ID).open(target.host(), target.port())) {
                var http = new PlainHttp(stream.input(), stream.output());
                down = http.get(target.bytes(2_000_000));
                up = http.post(target.swallowing(), 1_000_000);
            }
            assertThat(down.body()).isEqualTo(2_000_000);
            assertThat(target.swallowed()).isEqualTo(1_000_000);
            var sent = down.sent() + up.sent();
            var received = down.received() + up.received();
            var expected =
                    Map.of("user>>>a1.i1>>>traffic>>>uplink", sent, "user>>>a1.i1>>>traffic>>>downlink", received);
            Eventually.assertThat(() -> api.counters("user>>>")).isEqualTo(expected);
            Eventually.assertThat(
                            () -> api.counters("inbound>>>" + TAG).get("inbound>>>" + TAG + ">>>traffic>>>uplink"))
                    .isEqualTo(sent + 26);
            // Xray's own inbound counter misses what goes out together with the answer's two bytes.
            if (core.kind() != CoreKind.XRAY) {
                Eventually.assertThat(() ->
                                api.counters("inbound>>>" + TAG).get("inbound>>>" + TAG + ">>>traffic>>>downlink"))
                        .isEqualTo(received + 2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cores")
    void a_stream_is_counted_while_it_runs(CoreBinary core) throws IOException {
        start(core);
        api.addVless(TAG, "a1.i1", ID);
        try (var target = ByteTarget.start();
                var stream = new VlessClient("127.0.0.1", inboundPort, ID).open(target.host(), target.port())) {
            var http = new PlainHttp(stream.input(), stream.output());
            for (int round = 1; round <= 3; round++) {
                http.get(target.bytes(1_000_000));
                var atLeast = round * 1_000_000L;
                Eventually.assertThat(() -> api.counters("user>>>a1.i1>>>traffic>>>downlink").values().stream()
                                .anyMatch(bytes -> bytes >= atLeast))
                        .isEqualTo(true);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cores")
    void a_removed_user_keeps_its_stream_and_gets_no_new_one(CoreBinary core) throws IOException {
        start(core);
        api.addVless(TAG, "a1.i1", ID);
        var pid = process.pid();
        try (var target = ByteTarget.start()) {
            var client = new VlessClient("127.0.0.1", inboundPort, ID);
            try (var stream = client.open(target.host(), target.port())) {
                var http = new PlainHttp(stream.input(), stream.output());
                assertThat(http.get(target.bytes(10)).body()).isEqualTo(10);
                assertThat(api.remove(TAG, "A1.I1")).isEmpty();
                assertThat(http.get(target.bytes(4_000_000)).body()).isEqualTo(4_000_000);
            }
            try (var refused = client.open(target.host(), target.port())) {
                assertThatThrownBy(() -> new PlainHttp(refused.input(), refused.output()).get(target.bytes(10)))
                        .isInstanceOf(IOException.class);
            }
        }
        assertThat(process.pid()).isEqualTo(pid);
        assertThat(process.running()).isTrue();
        assertThat(api.counters("a1.i1>>>traffic>>>downlink").values()).allMatch(bytes -> bytes > 4_000_000);
    }

    @ParameterizedTest
    @MethodSource("cores")
    void a_refusal_says_why_in_words_that_can_be_matched(CoreBinary core) {
        start(core);
        assertThat(api.addVless(TAG, "dup.i1", ID)).isEmpty();
        assertThat(api.addVless(TAG, "DUP.i1", UUID.randomUUID()).orElseThrow())
                .startsWith("UNKNOWN")
                .endsWith("User DUP.i1 already exists.");
        assertThat(api.remove(TAG, "nobody").orElseThrow())
                .startsWith("UNKNOWN")
                .endsWith("User nobody not found.");
        assertThat(api.remove(TAG, "").orElseThrow()).endsWith("Email must not be empty.");
        assertThat(api.addVless("nope", "a.i", ID).orElseThrow())
                .contains("failed to get handler: nope")
                .endsWith("handler not found: nope");
        assertThat(api.alter(TAG, api.typed("no.such.Operation", ByteString.EMPTY))
                        .orElseThrow())
                .contains("unknown operation");
        var withoutAccount =
                AddUserOperation.newBuilder().setUser(User.newBuilder().setEmail("x.y"));
        assertThat(api.alter(
                                TAG,
                                api.typed(
                                        "app.proxyman.command.AddUserOperation",
                                        withoutAccount.build().toByteString()))
                        .orElseThrow())
                .contains("failed to parse user")
                .containsIgnoringCase("account");
    }

    @ParameterizedTest
    @MethodSource("cores")
    void an_account_of_another_protocol_ends_the_core(CoreBinary core) throws InterruptedException {
        start(core);
        var user = User.newBuilder().setEmail("t.i").setAccount(api.typed("proxy.trojan.Account", ByteString.EMPTY));
        var operation = AddUserOperation.newBuilder().setUser(user).build();
        assertThat(api.alter(TAG, api.typed("app.proxyman.command.AddUserOperation", operation.toByteString()))
                        .orElseThrow())
                .startsWith("UNAVAILABLE");
        assertThat(process.awaitExit()).as(process.output()).isIn(2, ABORTED);
        assertThat(process.output()).contains("panic: ");
    }

    @ParameterizedTest
    @MethodSource("cores")
    void a_request_without_operation_ends_the_core(CoreBinary core) throws InterruptedException {
        start(core);
        assertThat(api.send(AlterInboundRequest.newBuilder().setTag(TAG).build())
                        .orElseThrow())
                .startsWith("UNAVAILABLE");
        assertThat(process.awaitExit()).isIn(2, ABORTED);
    }

    @ParameterizedTest
    @MethodSource("cores")
    void sigterm_ends_it_at_once_with_zero(CoreBinary core) throws InterruptedException {
        start(core);
        process.terminate();
        assertThat(process.awaitExit()).isZero();
    }

    @ParameterizedTest
    @MethodSource("cores")
    void a_test_run_accepts_this_configuration_while_the_core_is_running_on_it(CoreBinary core)
            throws InterruptedException {
        start(core);
        var json = new CoreConfiguration(core.kind(), apiPort, inboundPort).json();
        try (var test = CoreProcess.test(core, directory.resolve("test"), json)) {
            assertThat(test.awaitExit()).as(test.output()).isZero();
            assertThat(test.output()).contains("Configuration OK.");
        }
        try (var test = CoreProcess.test(core, directory.resolve("test"), json.replace("\"vless\"", "\"vlesss\""))) {
            assertThat(test.awaitExit()).isEqualTo(23);
            assertThat(test.output()).contains("vlesss");
        }
        assertThat(api.answersWithin(Duration.ofSeconds(5))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("cores")
    void a_uuid_given_twice_is_taken_from_the_first_and_lost_with_either(CoreBinary core) throws IOException {
        start(core);
        assertThat(api.addVless(TAG, "first.i", ID)).isEmpty();
        assertThat(api.addVless(TAG, "second.i", ID)).isEmpty();
        assertThat(api.remove(TAG, "first.i")).isEmpty();
        try (var target = ByteTarget.start();
                var stream = new VlessClient("127.0.0.1", inboundPort, ID).open(target.host(), target.port())) {
            assertThatThrownBy(() -> new PlainHttp(stream.input(), stream.output()).get(target.bytes(10)))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("coresWithXraysApi")
    void users_can_be_listed_and_counted_on_an_xray_api(CoreBinary core) {
        start(core);
        api.addVless(TAG, "a1.i1", ID);
        api.addVless(TAG, "a2.i1", UUID.randomUUID());
        assertThat(api.users(TAG)).containsOnlyKeys("a1.i1", "a2.i1").containsEntry("a1.i1", ID.toString());
    }
}
