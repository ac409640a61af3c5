package io.fleetgram.agent.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.CoreIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

    @TempDir
    Path proc;

    @BeforeEach
    void aMachine() throws IOException {
        Files.createDirectories(proc.resolve("sys/kernel/random"));
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "1d99\n");
        Files.writeString(proc.resolve("stat"), "cpu 1 2\nbtime 1700000000\nprocesses 3\n");
    }

    @Test
    void a_process_is_known_by_boot_id_and_start() throws IOException {
        process(12, "xray (old) x", "S", 9, 4_500, "/bin/xray");
        var table = new ProcessTable(proc);
        var identity = new CoreIdentity("1d99", 12, 4_500);
        assertThat(table.identity(12)).contains(identity);
        assertThat(table.startOf(identity)).isEqualTo(Instant.ofEpochSecond(1_700_000_045));
        assertThat(table.lives(new CoreIdentity("1d99", 12, 4_501))).isFalse();
        assertThat(table.lives(new CoreIdentity("other", 12, 4_500))).isFalse();
        assertThat(table.identity(13)).isEmpty();
    }

    @Test
    void a_dead_process_that_nobody_collected_does_not_live_once_its_threads_are_gone() throws IOException {
        process(12, "xray", "Z", 3, 4_500, "/bin/xray");
        var table = new ProcessTable(proc);
        assertThat(table.identity(12)).as("its threads still hold its ports").isPresent();
        process(12, "xray", "Z", 1, 4_500, "/bin/xray");
        assertThat(table.identity(12)).isEmpty();
    }

    @Test
    void an_executable_that_was_replaced_is_still_told() throws IOException {
        process(12, "xray", "S", 1, 4_500, "/usr/bin/xray (deleted)");
        assertThat(new ProcessTable(proc).executable(12)).contains("/usr/bin/xray");
        assertThat(new ProcessTable(proc).executable(13)).isEmpty();
    }

    @Test
    void cores_are_found_by_their_configuration_and_whoever_reads_it_is_none() throws IOException {
        process(12, "xray", "S", 1, 4_500, "/bin/xray");
        process(13, "xray", "S", 1, 4_600, "/bin/xray");
        Files.writeString(proc.resolve("12/cmdline"), "xray\0run\0-c\0/a/running.json\0");
        Files.writeString(proc.resolve("13/cmdline"), "xray\0run\0-c\0/b/running.json\0");
        process(14, "less", "S", 1, 4_700, "/bin/less");
        Files.writeString(proc.resolve("14/cmdline"), "less\0/a/running.json\0");
        assertThat(new ProcessTable(proc).coresWith("/a/running.json"))
                .containsExactly(new CoreIdentity("1d99", 12, 4_500));
    }

    @Test
    void the_real_table_knows_this_process() {
        var table = new ProcessTable(Path.of("/proc"));
        var me = table.identity(ProcessHandle.current().pid()).orElseThrow();
        assertThat(table.lives(me)).isTrue();
        var started = ProcessHandle.current().info().startInstant().orElseThrow();
        assertThat(Duration.between(table.startOf(me), started).abs()).isLessThan(Duration.ofSeconds(2));
    }

    private void process(int pid, String name, String state, int threads, long ticks, String executable)
            throws IOException {
        var directory = proc.resolve(Integer.toString(pid));
        Files.createDirectories(directory);
        var fields = state + " 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 " + threads + " 0 " + ticks + " 0 0";
        Files.writeString(directory.resolve("stat"), pid + " (" + name + ") " + fields + "\n");
        Files.deleteIfExists(directory.resolve("exe"));
        Files.createSymbolicLink(directory.resolve("exe"), Path.of(executable));
    }
}
