package io.fleetgram.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.core.process.OwnCore;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.PlainHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The core is kept running, is found again, and is never two. */
@Timeout(180)
abstract class SupervisionContract {

    @TempDir
    Path directory;

    private ByteTarget target;
    private CoreTester tester;

    abstract CoreBinary binary();

    @BeforeEach
    void start() throws IOException {
        target = ByteTarget.start();
        tester = new CoreTester(binary(), directory);
        tester.give("anna");
        assertThat(tester.converged().failedEntries()).isEmpty();
    }

    @AfterEach
    void stop() throws IOException {
        tester.close();
        target.close();
    }

    @Test
    void a_killed_core_comes_back_with_every_user_also_with_those_of_a_moment_ago() throws Exception {
        long pid = tester.pid();
        tester.give("bert");
        tester.converged();
        CoreContract.signal("KILL", pid);
        awaitAnotherThan(pid);
        assertThat(isServed("anna")).isTrue();
        assertThat(isServed("bert")).isTrue();
        var converged = tester.converged();
        assertThat(converged.added() + converged.removed()).isZero();
    }

    @Test
    void the_next_agent_adopts_the_running_core_and_no_stream_ends() throws IOException {
        tester.give("bert");
        tester.converged();
        var before = tester.core().identity();
        try (var download = tester.client("anna").open(target.host(), target.port())) {
            download.output()
                    .write("GET /bytes/2000000 HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            download.input().readNBytes(100_000);

            tester.becomeTheNextAgent();
            var converged = tester.converged();
            assertThat(converged.restarted()).isFalse();
            assertThat(converged.added() + converged.removed()).isZero();
            assertThat(converged.unchanged()).isEqualTo(2);
            assertThat(tester.core().identity()).isEqualTo(before);
            assertThat(((CoreStatus.Running) tester.core().status()).adopted()).isTrue();

            assertThat(download.input().readNBytes(1_900_000)).hasSize(1_900_000);
        }
    }

    @Test
    void an_adopted_core_that_dies_is_started_again_too() throws Exception {
        tester.becomeTheNextAgent();
        tester.converged();
        long pid = tester.pid();
        CoreContract.signal("KILL", pid);
        awaitAnotherThan(pid);
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void a_core_of_which_nothing_is_written_down_is_ended_before_another_is_started() throws IOException {
        long pid = tester.pid();
        Files.delete(directory.resolve("core.process"));
        tester.becomeTheNextAgent();
        assertThat(tester.converged().restarted()).isTrue();
        assertThat(tester.pid()).isNotEqualTo(pid);
        assertThat(isAlive(pid)).isFalse();
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void a_core_that_hung_while_nobody_watched_is_replaced() throws Exception {
        long pid = tester.pid();
        CoreContract.signal("STOP", pid);
        tester.becomeTheNextAgent();
        assertThat(tester.converged().restarted()).isTrue();
        assertThat(isAlive(pid)).isFalse();
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void a_core_that_hangs_is_ended_and_started_again() throws Exception {
        long pid = tester.pid();
        CoreContract.signal("STOP", pid);
        awaitAnotherThan(pid);
        assertThat(isAlive(pid)).isFalse();
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void two_agents_never_own_one_core() throws IOException {
        assertThat(tester.open())
                .isEqualTo(new OwnCore.Opening.Occupied(
                        Long.toString(ProcessHandle.current().pid())));
    }

    @Test
    void the_core_lives_in_a_session_of_its_own_with_files_for_its_output() throws IOException {
        var stat = Files.readString(Path.of("/proc/" + tester.pid() + "/stat"));
        var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        assertThat(words[3]).as("session").isEqualTo(Long.toString(tester.pid()));
        for (var output : List.of("1", "2")) {
            assertThat(Files.readSymbolicLink(Path.of("/proc/" + tester.pid() + "/fd/" + output)))
                    .isEqualTo(directory.resolve("core.output").toRealPath());
        }
    }

    @Test
    void only_the_owner_reads_what_the_agent_writes_down() throws IOException {
        for (var name : List.of("configuration.json", "running.json", "running.content", "core.process")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_new_inbound_means_one_planned_restart_before_which_the_counters_are_read() throws IOException {
        fetch("anna", 5_000);
        var last = new AtomicReference<CounterReading>();
        tester.supervisor().beforeStop(() -> last.set(tester.core().readCounters()));
        int port = FreePort.find();
        tester.offer("k2", "second", port);
        long pid = tester.pid();
        assertThat(tester.converged().restarted()).isTrue();
        assertThat(tester.pid()).isNotEqualTo(pid);
        assertThat(last.get()).isInstanceOf(CounterReading.Read.class);
        var read = (CounterReading.Read) last.get();
        assertThat(read.core().pid()).isEqualTo(pid);
        assertThat(read.users()
                        .getOrDefault(CoreTester.email("anna"), Traffic.NONE)
                        .downlink())
                .isGreaterThan(5_000);
        assertThat(tester.converged().restarted()).isFalse();
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void an_inbound_whose_port_another_program_has_fails_alone_until_the_port_is_free() throws IOException {
        long pid = tester.pid();
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            tester.offer("k2", "second", other.getLocalPort());
            tester.give("bert");
            var converged = tester.converged();
            assertThat(converged.failedEntries()).extracting(FailedEntry::key).containsExactly("i/k2");
            assertThat(converged.failedEntries().get(0).reason()).contains("is taken by another program");
            assertThat(isServed("bert")).isTrue();
            assertThat(tester.pid()).isEqualTo(pid);
        }
        assertThat(tester.converged().failedEntries()).isEmpty();
        assertThat(tester.pid()).isNotEqualTo(pid);
    }

    @Test
    void a_core_whose_api_port_somebody_took_gets_another_one() throws Exception {
        int port = apiPort();
        tester.supervisor().stop("the test wants it so");
        try (var other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Eventually.is("the core runs again", () -> tester.converge() instanceof Convergence.Converged);
            assertThat(apiPort()).isNotEqualTo(other.getLocalPort());
        }
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void listeners_are_told_of_every_run() throws Exception {
        var told = new ArrayList<Long>();
        tester.supervisor().whenStarted(identity -> {
            synchronized (told) {
                told.add(identity.pid());
            }
        });
        long pid = tester.pid();
        CoreContract.signal("KILL", pid);
        awaitAnotherThan(pid);
        Eventually.is("the listener knows the new run", () -> {
            synchronized (told) {
                return told.equals(List.of(tester.pid()));
            }
        });
    }

    private int apiPort() throws IOException {
        return Integer.parseInt(
                Files.readAllLines(directory.resolve("core.process")).get(1));
    }

    private void awaitAnotherThan(long pid) {
        Eventually.is(
                "a core with another process id runs and answers",
                () -> tester.core().identity().filter(core -> core.pid() != pid).isPresent()
                        && tester.core().readCounters() instanceof CounterReading.Read);
    }

    private static boolean isAlive(long pid) throws IOException {
        var stat = Path.of("/proc/" + pid + "/stat");
        return Files.exists(stat) && !Files.readString(stat).contains(") Z ");
    }

    private boolean isServed(String name) {
        try {
            return fetch(name, 10).body() == 10;
        } catch (IOException refused) {
            return false;
        }
    }

    private PlainHttp.Transfer fetch(String name, long bytes) throws IOException {
        try (var stream = tester.client(name).open(target.host(), target.port())) {
            return new PlainHttp(stream.input(), stream.output()).get(target.bytes(bytes));
        }
    }
}
