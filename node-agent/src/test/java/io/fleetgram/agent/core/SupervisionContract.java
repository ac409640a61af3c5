package io.fleetgram.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.PlainHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The core is kept running and is found again. */
@Timeout(180)
abstract class SupervisionContract {

    @TempDir
    Path directory;

    ByteTarget target;
    CoreTester tester;

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
    void a_core_that_hangs_is_ended_and_started_again() throws Exception {
        long pid = tester.pid();
        CoreContract.signal("STOP", pid);
        awaitAnotherThan(pid);
        assertThat(isAlive(pid)).isFalse();
        assertThat(isServed("anna")).isTrue();
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

    void awaitAnotherThan(long pid) {
        Eventually.is(
                "a core with another process id runs and answers",
                () -> tester.core().identity().filter(core -> core.pid() != pid).isPresent()
                        && tester.core().readCounters() instanceof CounterReading.Read);
    }

    static boolean isAlive(long pid) throws IOException {
        var stat = Path.of("/proc/" + pid + "/stat");
        return Files.exists(stat) && !Files.readString(stat).contains(") Z ");
    }

    boolean isServed(String name) {
        try {
            return fetch(name, 10).body() == 10;
        } catch (IOException refused) {
            return false;
        }
    }

    final PlainHttp.Transfer fetch(String name, long bytes) throws IOException {
        try (var stream = tester.client(name).open(target.host(), target.port())) {
            return new PlainHttp(stream.input(), stream.output()).get(target.bytes(bytes));
        }
    }
}
