package io.fleetgram.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.CoreReport;
import io.fleetgram.agent.controller.FakeFleet;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.controller.grpc.FleetServer;
import io.fleetgram.agent.controller.grpc.Protocol;
import io.fleetgram.agent.core.Eventually;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.core.Cores;
import io.fleetgram.parts.core.TestCores;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.PlainHttp;
import io.fleetgram.parts.vless.VlessClient;
import io.fleetgram.shared.pki.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The installed agent as a process, with every core that can be had, a fleet over TLS, and real bytes. */
@Timeout(180)
class AgentProcessIT {

    private static final UUID ALICE = UUID.fromString("8a3d1c55-2f77-4f8e-8f27-5d7e0a5b9d01");
    private static final UUID BOB = UUID.fromString("8a3d1c55-2f77-4f8e-8f27-5d7e0a5b9d02");

    @TempDir
    Path directory;

    private final FakeFleet fleet = new FakeFleet(Protocol::position);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final ByteTarget target = ByteTarget.start();
    private final int inboundPort = FreePort.find();
    private Traffic passed = Traffic.NONE;
    private FleetServer server;

    static Stream<CoreBinary> cores() {
        return TestCores.every().stream();
    }

    @BeforeEach
    void start() throws IOException {
        server = FleetServer.start(fleet);
        fleet.allowToken("token-1");
        fleet.change(
                List.of(
                        Protocol.inbound("in1", inboundPort),
                        Protocol.account("alice", "in1", ALICE),
                        Protocol.node(FakeFleet.NODE_KEY, Duration.ofMillis(500), Duration.ofSeconds(1))),
                List.of());
    }

    @AfterEach
    void stop() throws Exception {
        for (var one : open) {
            one.close();
        }
        AgentProcess.endAllIn(directory);
        server.close();
        target.close();
    }

    /** N2, A3, A7, T1, T2, T3: killed with -9 under traffic, stopped, started: the core lives on, every byte is booked once. */
    @ParameterizedTest
    @MethodSource("cores")
    void every_byte_is_booked_once_though_the_agent_is_killed_and_the_core_lives_on(CoreBinary core)
            throws IOException {
        enroll(core);
        var first = run(core);
        awaitApplied();
        long pid = lastReportedCore().orElseThrow();
        pass(ALICE, 300_000);
        Eventually.is("something is booked", () -> booked().downlink() > 0);
        pass(ALICE, 200_000);
        first.kill();
        pass(ALICE, 100_000);

        var second = run(core);
        Eventually.is("the second agent reports", () -> runs() == 2);
        pass(ALICE, 50_000);
        fleet.change(List.of(Protocol.account("bob", "in1", BOB)), List.of());
        awaitApplied();
        assertThat(second.stop()).isEqualTo(Exit.DONE.status());

        assertThat(booked()).isEqualTo(passed);
        assertThat(lastReportedCore()).hasValue(pid);
        assertThat(ProcessHandle.of(pid))
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());
    }

    /** A4: nobody answers, agent and core are started from nothing, and a new client is served. */
    @Test
    void without_a_controller_a_cold_started_node_serves_from_its_last_good_state() throws IOException {
        var core = Cores.best();
        enroll(core);
        var first = run(core);
        awaitApplied();
        assertThat(first.stop()).isEqualTo(Exit.DONE.status());
        var old = ProcessHandle.of(lastReportedCore().orElseThrow()).orElseThrow();
        old.destroyForcibly();
        Eventually.is("the core is gone", () -> !old.isAlive());
        server.close();

        var second = run(core);
        Eventually.is("a client is served", () -> isServed(ALICE));
        assertThat(second.isAlive()).isTrue();
        Eventually.is(
                "the status tells that the core runs without a controller",
                () -> status(core).contains("running") && status(core).contains("away"));
    }

    /** N4, U5: users go at once; a removed node hands its last bytes over, stops its core, and keeps nothing. */
    @Test
    void a_removed_node_hands_over_its_last_bytes_and_keeps_nothing() throws IOException {
        var core = Cores.best();
        enroll(core);
        var agent = run(core);
        fleet.change(List.of(Protocol.account("bob", "in1", BOB)), List.of());
        awaitApplied();
        pass(BOB, 10_000);
        fleet.change(List.of(), List.of("a/bob.in1"));
        awaitApplied();
        Eventually.is("bob is not served any more", () -> !isServed(BOB));
        pass(ALICE, 123_456);
        var pid = lastReportedCore().orElseThrow();

        fleet.removeNode();
        assertThat(agent.exitStatus()).isEqualTo(Exit.NOT_A_NODE.status());
        assertThat(booked()).isEqualTo(passed);
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        try (var left = Files.list(agentDirectory())) {
            assertThat(left).map(path -> path.getFileName().toString()).containsExactly("agent.lock");
        }
        assertThat(run(core).exitStatus()).isEqualTo(Exit.NOT_A_NODE.status());
    }

    /** A10, A11: what people and programs on the machine are told. */
    @Test
    void check_and_status_tell_what_is_good() throws IOException {
        var core = Cores.best();
        enroll(core);
        var output = directory.resolve("check.txt");
        assertThat(AgentProcess.run(output, arguments("check", core))).isZero();
        assertThat(Files.readString(output)).doesNotContain("FAILED").contains("controller", "core");
        run(core);
        awaitApplied();
        Eventually.is("the status tells that all is well", () -> {
            var status = status(core);
            return status.contains("answers") && status.contains("running") && status.contains("[" + inboundPort + "]");
        });
    }

    private void enroll(CoreBinary core) throws IOException {
        var arguments = new ArrayList<>(arguments("enroll", core));
        arguments.addAll(List.of(
                "--controller",
                "127.0.0.1:" + server.port(),
                "--token",
                "token-1",
                "--ca-fingerprint",
                Fingerprint.of(fleet.authority().certificate()).hex()));
        assertThat(AgentProcess.run(directory.resolve("enroll.txt"), arguments)).isZero();
    }

    private AgentProcess run(CoreBinary core) throws IOException {
        var agent = AgentProcess.start(directory.resolve("agent.txt"), arguments("run", core));
        open.add(agent);
        return agent;
    }

    private String status(CoreBinary core) throws IOException {
        var output = directory.resolve("status-" + UUID.randomUUID() + ".txt");
        var unused = AgentProcess.run(output, arguments("status", core));
        return Files.readString(output);
    }

    private List<String> arguments(String command, CoreBinary core) {
        return List.of(
                command,
                "--directory",
                agentDirectory().toString(),
                "--core.executable",
                core.executable().toString(),
                "--core.reach",
                "everywhere",
                "--probe.port",
                "0",
                "--controller.longest-pause",
                "2s");
    }

    private Path agentDirectory() {
        return directory.resolve("agent");
    }

    private void pass(UUID user, long bytes) throws IOException {
        try (var stream = new VlessClient("127.0.0.1", inboundPort, user).open(target.host(), target.port())) {
            var transfer = new PlainHttp(stream.input(), stream.output()).get(target.bytes(bytes));
            assertThat(transfer.body()).isEqualTo(bytes);
            passed = passed.plus(new Traffic(transfer.sent(), transfer.received()));
        }
    }

    private boolean isServed(UUID user) {
        try (var stream = new VlessClient("127.0.0.1", inboundPort, user).open(target.host(), target.port())) {
            return new PlainHttp(stream.input(), stream.output())
                            .get(target.bytes(10))
                            .body()
                    == 10;
        } catch (IOException e) {
            return false;
        }
    }

    private Traffic booked() {
        return Protocol.totals(fleet.booked()).values().stream().reduce(Traffic.NONE, Traffic::plus);
    }

    private void awaitApplied() {
        long version = fleet.version();
        Eventually.is(
                "version " + version + " is applied and the core runs",
                () -> fleet.reports().stream()
                        .anyMatch(report -> report.appliedVersion() == version
                                && report.core().state() == CoreReport.State.RUNNING));
    }

    private long runs() {
        return fleet.reports().stream().map(StatusReport::run).distinct().count();
    }

    private Optional<Long> lastReportedCore() {
        return fleet.reports().reversed().stream()
                .map(report -> report.core().processId())
                .filter(pid -> pid > 0)
                .findFirst();
    }
}
