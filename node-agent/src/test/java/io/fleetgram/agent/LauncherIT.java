package io.fleetgram.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The installed command with archives that are of no use: it starts, and says nothing of them. */
@Timeout(180)
class LauncherIT {

    private static final Path PROGRAM =
            Path.of(System.getProperty("fleetgram.root"), "node-agent", "target", "agent", "bin", "fleetgram-agent");

    @TempDir
    Path directory;

    @Test
    void a_missing_archive_hinders_nothing() throws IOException, InterruptedException {
        startsWith(directory.resolve("nowhere"));
    }

    @Test
    void a_damaged_archive_hinders_nothing() throws IOException, InterruptedException {
        startsWith(Files.writeString(directory.resolve("damaged"), "not an archive ".repeat(10_000)));
        startsWith(Files.createFile(directory.resolve("empty")));
    }

    @Test
    void what_is_no_file_or_cannot_be_named_hinders_nothing() throws IOException, InterruptedException {
        startsWith(directory);
        startsWith(Files.writeString(directory.resolve("of two words"), "whatever"));
    }

    private void startsWith(Path archive) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(PROGRAM.toString(), "version").redirectErrorStream(true);
        builder.environment().put("FLEETGRAM_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("FLEETGRAM_ARCHIVE", archive.toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).isEqualTo(ThisMachine.version() + "\n");
    }
}
