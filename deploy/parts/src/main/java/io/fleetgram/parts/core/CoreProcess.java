package io.fleetgram.parts.core;

import io.fleetgram.parts.process.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A core run by hand, without an agent; it ends with this JVM at the latest. */
public final class CoreProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private CoreProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the core on a configuration, which is written into {@code directory} together with what the core prints. */
    public static CoreProcess start(CoreBinary core, Path directory, String configuration) {
        return launch(core, directory, configuration, List.of());
    }

    /** Lets the core judge a configuration without running it; {@link #awaitExit} and {@link #output} say what it thinks. */
    public static CoreProcess test(CoreBinary core, Path directory, String configuration) {
        return launch(core, directory, configuration, List.of("-test"));
    }

    private static CoreProcess launch(CoreBinary core, Path directory, String configuration, List<String> flags) {
        var file = directory.resolve("core.json");
        var output = directory.resolve("core.out");
        var words = new ArrayList<>(core.command());
        words.addAll(core.kind() == CoreKind.V2RAY ? List.of() : List.of("run"));
        words.addAll(flags);
        words.addAll(List.of("-config", file.toString()));
        try {
            Files.createDirectories(directory);
            Files.writeString(file, configuration);
            var builder = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(new java.io.File("/dev/null"))
                    .redirectOutput(output.toFile());
            // With splice, Xray on Linux credits a Vision stream's bytes only when it ends.
            builder.environment().put("XRAY_BUF_SPLICE", "disable");
            return new CoreProcess(Guard.start(builder), output);
        } catch (IOException e) {
            throw new UncheckedIOException(core + " could not be started", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean running() {
        return process.isAlive();
    }

    /** All that the core has printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + output, e);
        }
    }

    /** The exit code, once the core ends by itself; fails after 30 s. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The core still runs; it printed: " + output());
        }
        return process.exitValue();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** SIGKILL; returns when the process is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
