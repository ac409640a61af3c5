package io.fleetgram.demo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The controller's process: the product's own jar, with its settings in a file that only its owner may read. */
public final class Controller implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final int OK = 200;

    private final ManagedProcess process;
    private final URI address;

    Controller(Path jar, Path data, int httpPort, Properties settings) {
        var directory = data.resolve("controller");
        var file = write(directory, settings);
        address = URI.create("http://127.0.0.1:" + httpPort);
        process = new ManagedProcess(new Launch(
                "controller",
                JavaCommand.jar(jar, 320, List.of("--spring.config.additional-location=file:" + file)),
                Map.of(),
                directory,
                data.resolve("logs/controller.log")));
    }

    private static Path write(Path directory, Properties settings) {
        var file = directory.resolve("fleetgram.properties");
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(file)) {
                settings.store(out, "Settings of the demo's controller; written at each start");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }

    /** Starts it and waits until it answers. */
    public void start() {
        launch();
        process.awaitReady(() -> Web.get(address).isPresent(), START);
    }

    /** Starts it; it answers some seconds later. */
    public void launch() {
        process.start();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Says whether it can do its work at present. */
    public boolean serves() {
        return Web.get(address.resolve("/health"))
                .map(answer -> answer.statusCode() == OK)
                .orElse(false);
    }

    /** SIGTERM, and SIGKILL if that does not end it. */
    public void stop() {
        process.stop();
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    public URI address() {
        return address;
    }

    public Path log() {
        return process.launch().log();
    }

    @Override
    public void close() {
        stop();
    }
}
