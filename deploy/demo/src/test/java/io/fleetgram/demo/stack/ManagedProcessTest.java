package io.fleetgram.demo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    @TempDir
    Path directory;

    @Test
    void it_can_be_killed_and_started_again() {
        try (var process = shell("echo up; exec sleep 600")) {
            process.start();
            process.awaitReady(() -> process.logTail(1).contains("up"), Duration.ofSeconds(10));
            var first = process.pid();
            process.kill();
            assertThat(process.isAlive()).isFalse();
            process.start();
            assertThat(process.isAlive()).isTrue();
            assertThat(process.pid()).isNotEqualTo(first);
        }
    }

    @Test
    void one_that_ends_while_starting_is_reported_with_the_end_of_its_log() {
        try (var process = shell("echo the reason; exit 3")) {
            process.start();
            assertThatThrownBy(() -> process.awaitReady(() -> false, Duration.ofSeconds(10)))
                    .isInstanceOf(DidNotStart.class)
                    .hasMessageContaining("The shell ended while it was starting")
                    .hasMessageContaining("the reason");
        }
    }

    @Test
    void descendants_in_other_sessions_are_known_by_their_mark() {
        try (var process = shell("setsid sleep 600 & echo up; wait")) {
            process.start();
            process.awaitReady(() -> process.logTail(1).contains("up"), Duration.ofSeconds(10));
            assertThat(Until.isTrue(
                            Duration.ofSeconds(10), () -> Leftovers.all().size() == 2))
                    .isTrue();
            process.kill();
            assertThat(Leftovers.all()).hasSize(1);
            Leftovers.all().forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void nothing_outlives_a_launcher_that_was_killed() throws IOException, InterruptedException {
        var launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledLauncher.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("launcher.log").toFile())
                .start();
        var pids = directory.resolve("pids");
        assertThat(Until.isTrue(
                        Duration.ofSeconds(20),
                        () -> Files.exists(pids) && lines(pids).size() == 2))
                .as("the launcher started its processes: %s", directory.resolve("launcher.log"))
                .isTrue();
        launcher.destroyForcibly().waitFor();
        assertThat(Until.isTrue(
                        Duration.ofSeconds(10),
                        () -> lines(pids).stream()
                                .noneMatch(pid ->
                                        ProcessHandle.of(Long.parseLong(pid)).isPresent())))
                .isTrue();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ManagedProcess shell(String script) {
        return new ManagedProcess(new Launch(
                "shell", List.of("/bin/sh", "-c", script), Map.of(), directory, directory.resolve("shell.log")));
    }
}
