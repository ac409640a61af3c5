package io.fleetgram.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.converge.ConvergeTimes;
import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.converge.CoreConverger;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.converge.Machine;
import io.fleetgram.agent.converge.grpc.EntryBodies;
import io.fleetgram.agent.core.grpc.ApiDeadlines;
import io.fleetgram.agent.core.process.ExternalCore;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.CoreProcess;
import io.fleetgram.parts.core.TestCores;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.PlainHttp;
import io.fleetgram.parts.vless.VlessClient;
import io.fleetgram.wire.agent.v1.Account;
import io.fleetgram.wire.agent.v1.EntryBody;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Xray that the test runs and the agent does not. */
@Timeout(180)
class ExternalCoreIT {

    private static final String BOTH = "\"HandlerService\",\"StatsService\"";

    @TempDir
    Path directory;

    private final int apiPort = FreePort.find();
    private final int port = FreePort.find();
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final ByteTarget target = ByteTarget.start();
    private CoreBinary xray;
    private ExternalCore external;
    private CoreConverger converger;

    @BeforeEach
    void attach() {
        xray = TestCores.one(CoreKind.XRAY);
        external = new ExternalCore(apiPort, directory, ApiDeadlines.DEFAULT, InstantSource.system());
        var machine = new Machine(
                external.core(),
                external.supervisor(),
                external.configurations(),
                external.ports(),
                external.userRecord(),
                external.wish(),
                MonotonicClock.system());
        converger = CoreConverger.attached(
                machine,
                external.foreign(),
                new EntryBodies(),
                new ConvergeTimes(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(10)));
        put("i/k1", EntryBody.newBuilder().setInbound(CoreTester.inbound("k1", "vless-in", port)));
        give("anna");
    }

    @AfterEach
    void end() {
        if (external != null) {
            external.close();
        }
        target.close();
    }

    @Test
    void users_come_and_go_are_counted_and_are_added_again_after_a_restart_that_somebody_made() throws Exception {
        try (var core = start(BOTH)) {
            assertThat(converged().added()).isEqualTo(1);
            assertThat(isServed("anna")).isTrue();
            assertThat(external.core().readCounters())
                    .isInstanceOfSatisfying(
                            CounterReading.Read.class,
                            read -> assertThat(read.users()).containsKey(CoreTester.email("anna")));
            give("bert");
            entries.remove("a/" + CoreTester.email("anna"));
            var changed = converged();
            assertThat(List.of(changed.added(), changed.removed())).containsExactly(1, 1);
            assertThat(isServed("anna")).isFalse();

            assertThat(external.core().identity().orElseThrow().pid()).isEqualTo(core.pid());
            assertThat(converger.orders().stop("Olga wants it")).isInstanceOf(CoreOrders.Outcome.NotDone.class);
            assertThat(core.running()).isTrue();
        }
        assertThat(converge())
                .isInstanceOfSatisfying(
                        Convergence.Failed.class,
                        failed -> assertThat(failed.why()).contains("port " + apiPort));
        try (var next = start(BOTH)) {
            Eventually.is(
                    "the next run is seen", () -> external.core().identity().isPresent());
            assertThat(converged().added()).isEqualTo(1);
            assertThat(isServed("bert")).isTrue();
            assertThat(next.running()).isTrue();
        }
    }

    @Test
    void what_only_the_owner_of_the_core_can_do_is_told_in_plain_words() throws Exception {
        put("i/k2", EntryBody.newBuilder().setInbound(CoreTester.inbound("k2", "missing", FreePort.find())));
        put("i/k3", EntryBody.newBuilder().setInbound(CoreTester.inbound("k3", "door", FreePort.find())));
        try (var core = start(BOTH)) {
            var failed = converged().failedEntries();
            assertThat(failed).extracting(FailedEntry::key).containsExactly("i/k2", "i/k3");
            assertThat(failed.get(0).reason()).contains("has no inbound with the tag missing", "add it");
            assertThat(failed.get(1).reason()).contains("is not VLESS");
            assertThat(isServed("anna")).isTrue();
            assertThat(core.running()).isTrue();
        }
    }

    @Test
    void a_missing_service_is_named_with_its_cure() throws Exception {
        for (var missing : List.of("HandlerService", "StatsService")) {
            var other = missing.equals("StatsService") ? "HandlerService" : "StatsService";
            try (var core = start("\"" + other + "\"")) {
                assertThat(converge())
                        .isInstanceOfSatisfying(
                                Convergence.Failed.class,
                                failed -> assertThat(failed.why())
                                        .contains("its API has no " + missing + ": add \"" + missing
                                                + "\" to api.services"));
                assertThat(core.running()).isTrue();
            }
        }
    }

    private CoreProcess start(String services) {
        var configuration = """
            {"log":{"loglevel":"warning"},
             "api":{"tag":"api","listen":"127.0.0.1:%d","services":[%s]},
             "stats":{},
             "policy":{"levels":{"0":{"statsUserUplink":true,"statsUserDownlink":true}}},
             "inbounds":[
              {"tag":"vless-in","listen":"127.0.0.1","port":%d,"protocol":"vless",
               "settings":{"clients":[],"decryption":"none"}},
              {"tag":"door","listen":"127.0.0.1","port":%d,"protocol":"dokodemo-door",
               "settings":{"address":"127.0.0.1","port":9}}],
             "outbounds":[{"protocol":"freedom","settings":{"finalRules":[{"action":"allow"}]}}]}
            """.formatted(apiPort, services, port, FreePort.find());
        var core = CoreProcess.start(xray, directory.resolve("foreign"), configuration);
        Eventually.is("its API answers", () -> {
            if (!core.running()) {
                throw new AssertionError(core.output());
            }
            return !(external.foreign().look() instanceof ForeignCore.Look.Silent);
        });
        return core;
    }

    private Convergence converge() {
        return converger.converge(entries.entrySet().stream()
                .map(entry -> new EntryBytes(entry.getKey(), entry.getValue()))
                .toList());
    }

    private Convergence.Converged converged() {
        var convergence = converge();
        assertThat(convergence).isInstanceOf(Convergence.Converged.class);
        return (Convergence.Converged) convergence;
    }

    private void put(String key, EntryBody.Builder body) {
        entries.put(key, body.build().toByteArray());
    }

    private void give(String name) {
        put(
                "a/" + CoreTester.email(name),
                EntryBody.newBuilder()
                        .setAccount(Account.newBuilder()
                                .setAccountKey(name)
                                .setInboundKey("k1")
                                .setUuid(CoreTester.id(name).toString())));
    }

    private boolean isServed(String name) {
        var client = new VlessClient("127.0.0.1", port, CoreTester.id(name));
        try (var stream = client.open(target.host(), target.port())) {
            return new PlainHttp(stream.input(), stream.output())
                            .get(target.bytes(10))
                            .body()
                    == 10;
        } catch (IOException refused) {
            return false;
        }
    }
}
