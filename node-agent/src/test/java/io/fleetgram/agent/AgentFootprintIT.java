package io.fleetgram.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.FakeFleet;
import io.fleetgram.agent.controller.grpc.FleetServer;
import io.fleetgram.agent.controller.grpc.Protocol;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.core.Eventually;
import io.fleetgram.parts.core.Cores;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.shared.pki.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A1: resident memory of the installed agent at 1,000 accounts, and the time from its start to its first poll. */
@Timeout(180)
class AgentFootprintIT {

    private static final int ACCOUNTS = Integer.getInteger("footprint.accounts", 1_000);
    private static final int MOST_MIB = Integer.getInteger("footprint.limit", 128);

    @TempDir
    Path directory;

    @Test
    void the_agent_is_small_and_soon_there() throws IOException {
        var fleet = new FakeFleet(Protocol::position);
        fleet.allowToken("token-1");
        fleet.change(entries(), List.of());
        var core = Cores.best();
        try (var server = FleetServer.start(fleet)) {
            var enroll = new ArrayList<>(arguments("enroll", core.executable()));
            enroll.addAll(List.of("--controller", "127.0.0.1:" + server.port(), "--token", "token-1"));
            enroll.addAll(List.of(
                    "--ca-fingerprint",
                    Fingerprint.of(fleet.authority().certificate()).hex()));
            assertThat(AgentProcess.run(directory.resolve("enroll.txt"), enroll))
                    .isZero();
            run(fleet, core.executable());
            measure(fleet, core.executable());
        }
    }

    /** Brings state and core to the node, so that the measured start has nothing to do but to adopt and to poll. */
    private void run(FakeFleet fleet, Path core) throws IOException {
        try (var agent = AgentProcess.start(directory.resolve("agent.txt"), arguments("run", core))) {
            awaitApplied(fleet);
            assertThat(agent.stop()).isZero();
        }
    }

    private void measure(FakeFleet fleet, Path core) throws IOException {
        int polls = fleet.polls();
        long start = System.nanoTime();
        try (var agent = AgentProcess.start(directory.resolve("agent.txt"), arguments("run", core))) {
            Eventually.is("the first poll has come", () -> fleet.polls() > polls);
            var toFirstPoll = Duration.ofNanos(System.nanoTime() - start);
            for (int change = 0; change < 20; change++) {
                fleet.change(List.of(account(ACCOUNTS + change)), List.of());
                awaitApplied(fleet);
            }
            long mib = agent.residentKib() >> 10;
            System.out.printf(
                    "%n## agent: %,d accounts, %d MiB resident, %d ms from start to first poll%n",
                    ACCOUNTS, mib, toFirstPoll.toMillis());
            assertThat(mib).isLessThan(MOST_MIB);
            assertThat(agent.stop()).isZero();
        } finally {
            AgentProcess.endAllIn(directory);
        }
    }

    private static void awaitApplied(FakeFleet fleet) {
        long version = fleet.version();
        Eventually.is(
                "version " + version + " is applied",
                () -> fleet.reports().stream().anyMatch(report -> report.appliedVersion() == version));
    }

    private static List<EntryBytes> entries() {
        var entries = new ArrayList<EntryBytes>();
        entries.add(Protocol.inbound("in1", FreePort.find()));
        for (int account = 0; account < ACCOUNTS; account++) {
            entries.add(account(account));
        }
        return entries;
    }

    private static EntryBytes account(int number) {
        return Protocol.account("account" + number, "in1", new UUID(0x8a3d1c552f774f8eL, 0x8f27000000000000L + number));
    }

    private List<String> arguments(String command, Path core) {
        return List.of(
                command,
                "--directory",
                directory.resolve("agent").toString(),
                "--core.executable",
                core.toString(),
                "--probe.port",
                "0");
    }
}
