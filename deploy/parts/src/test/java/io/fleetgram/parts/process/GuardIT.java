package io.fleetgram.parts.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuardIT {

    /** Run in a JVM of its own: starts a guarded process, prints its id, and stays. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            System.out.println(Guard.start(new ProcessBuilder("sleep", "600")).pid());
            Thread.currentThread().join();
        }
    }

    @Test
    void a_guarded_process_ends_with_a_jvm_that_is_killed() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = Path.of(
                Guard.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var tests = Path.of(
                Holder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var holder = new ProcessBuilder(java, "-cp", classes + ":" + tests, Holder.class.getName()).start();
        try (var lines =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.US_ASCII))) {
            var guarded = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
            assertThat(guarded.isAlive()).isTrue();
            holder.destroyForcibly();
            guarded.onExit().get(10, TimeUnit.SECONDS);
            assertThat(guarded.isAlive()).isFalse();
        } finally {
            holder.destroyForcibly();
        }
    }
}
