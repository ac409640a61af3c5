package io.fleetgram.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.core.file.GoldenConfiguration;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.CoreProcess;
import io.fleetgram.parts.core.TestCores;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.wire.agent.v1.EntryBody;
import io.fleetgram.wire.agent.v1.Protocol;
import io.fleetgram.wire.agent.v1.Reality;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of inbound, on the real cores. */
@Timeout(180)
class ProtocolsIT {

    private static final byte[] REALITY_KEY =
            Base64.getUrlDecoder().decode("cJ7oiWL4mQkzmQ4zUaT2ypeuJzyjF9tWNrTZ0Cj4WEk");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(
            value = CoreKind.class,
            names = {"XRAY", "V2RAY"})
    void the_kept_configuration_passes_the_cores_own_test(CoreKind kind) throws Exception {
        var name = kind == CoreKind.XRAY ? "xray.json" : "v2ray.json";
        var configuration = GoldenConfiguration.kept(name).replace("/var/lib/fleetgram/core", directory.toString());
        try (var test = CoreProcess.test(TestCores.one(kind), directory, configuration)) {
            assertThat(test.awaitExit()).as(test.output()).isZero();
        }
    }

    @Test
    void on_xray_users_of_every_protocol_come_are_read_back_and_go() throws IOException {
        try (var tester = new CoreTester(TestCores.one(CoreKind.XRAY), directory)) {
            everyKindOfInbound(tester);
            assertThat(tester.converged().failedEntries()).isEmpty();
            accounts(tester, "anna");
            var added = tester.converged();
            assertThat(added.added()).isEqualTo(5);
            assertThat(added.restarted()).isFalse();
            assertThat(added.failedEntries()).isEmpty();
            var readBack = tester.converged();
            assertThat(readBack.drift()).isZero();
            assertThat(readBack.unchanged()).isEqualTo(5);
            tester.supervisor().restart("the file must say the same as the operations did");
            assertThat(tester.converged().unchanged()).isEqualTo(5);
            for (var key : List.of("k1", "vm", "tr", "ss", "re")) {
                tester.remove("a/anna." + key);
            }
            assertThat(tester.converged().removed()).isEqualTo(5);
        }
    }

    @Test
    void on_v2ray_what_it_lacks_is_unsupported_and_the_rest_runs() throws IOException {
        try (var tester = new CoreTester(TestCores.one(CoreKind.V2RAY), directory)) {
            everyKindOfInbound(tester);
            tester.converged();
            accounts(tester, "anna");
            var converged = tester.converged();
            assertThat(converged.added()).isEqualTo(3);
            assertThat(converged.failedEntries())
                    .containsExactly(
                            new FailedEntry("i/re", "this node's core has no REALITY: use Xray on this node", true),
                            new FailedEntry(
                                    "i/ss",
                                    "this node's core has no SHADOWSOCKS with users that can be changed: use Xray on this node",
                                    true));
        }
    }

    @Test
    void a_reality_inbound_that_xray_refuses_fails_alone_and_nothing_restarts() throws IOException {
        try (var tester = new CoreTester(TestCores.one(CoreKind.XRAY), directory)) {
            tester.converged();
            long pid = tester.pid();
            reality(tester, new byte[] {1, 2, 3});
            tester.give("anna");
            var converged = tester.converged();
            assertThat(converged.added()).isEqualTo(1);
            assertThat(converged.failedEntries()).hasSize(1);
            assertThat(converged.failedEntries().get(0).key()).isEqualTo("i/re");
            assertThat(converged.failedEntries().get(0).reason()).startsWith("the core's test refuses it (exit 23)");
            assertThat(tester.pid()).isEqualTo(pid);
        }
    }

    @Test
    void an_inbound_with_which_xray_does_not_start_is_left_out_and_the_others_are_served_again() throws IOException {
        try (var tester = new CoreTester(TestCores.one(CoreKind.XRAY), directory);
                var other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            tester.give("anna");
            tester.converged();
            inbound(tester, "ss", Protocol.PROTOCOL_SHADOWSOCKS, other.getLocalPort());
            var converged = tester.converged();
            assertThat(converged.unchanged()).isEqualTo(1);
            assertThat(converged.failedEntries()).hasSize(1);
            assertThat(converged.failedEntries().get(0).key()).isEqualTo("i/ss");
            assertThat(converged.failedEntries().get(0).reason()).startsWith("the core does not start with it");
            long pid = tester.pid();
            tester.converged();
            assertThat(tester.pid()).isEqualTo(pid);
        }
    }

    private static void everyKindOfInbound(CoreTester tester) {
        inbound(tester, "vm", Protocol.PROTOCOL_VMESS, FreePort.find());
        inbound(tester, "tr", Protocol.PROTOCOL_TROJAN, FreePort.find());
        inbound(tester, "ss", Protocol.PROTOCOL_SHADOWSOCKS, FreePort.find());
        reality(tester, REALITY_KEY);
    }

    private static void inbound(CoreTester tester, String key, Protocol protocol, int port) {
        tester.put(
                "i/" + key,
                EntryBody.newBuilder()
                        .setInbound(CoreTester.inbound(key, key + "-in", port).setProtocol(protocol)));
    }

    private static void reality(CoreTester tester, byte[] privateKey) {
        tester.put(
                "i/re",
                EntryBody.newBuilder()
                        .setInbound(CoreTester.inbound("re", "re-in", FreePort.find())
                                .setFlow("xtls-rprx-vision")
                                .setReality(Reality.newBuilder()
                                        .setTarget("www.example.com:443")
                                        .addServerNames("www.example.com")
                                        .setPrivateKey(ByteString.copyFrom(privateKey))
                                        .addShortIds("10f897e26c4b9478"))));
    }

    private static void accounts(CoreTester tester, String name) {
        tester.give(name);
        for (var key : List.of("vm", "re")) {
            account(
                    tester,
                    name,
                    key,
                    builder -> builder.setUuid(CoreTester.id(name).toString()));
        }
        for (var key : List.of("tr", "ss")) {
            account(tester, name, key, builder -> builder.setPassword("secret of " + name));
        }
    }

    private static void account(
            CoreTester tester,
            String name,
            String key,
            java.util.function.Consumer<io.fleetgram.wire.agent.v1.Account.Builder> credential) {
        var account = io.fleetgram.wire.agent.v1.Account.newBuilder()
                .setAccountKey(name)
                .setInboundKey(key);
        credential.accept(account);
        tester.put("a/" + name + "." + key, EntryBody.newBuilder().setAccount(account));
    }
}
