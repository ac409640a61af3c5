package io.fleetgram.bench.controller;

import io.fleetgram.parts.process.FreePort;
import io.fleetgram.parts.process.Guard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A second controller process on the same database: the jar that the build has made. */
final class OtherController implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final int LOOK_MILLIS = 200;

    private final Process process;
    private final int port;

    private OtherController(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static OtherController start(Map<String, Object> settings, Path directory)
            throws IOException, InterruptedException {
        int port = FreePort.find();
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-jar",
                jar().toString()));
        var own = new HashMap<>(settings);
        own.put("fleetgram.agents.port", port);
        own.forEach((key, value) -> words.add("--" + key + "=" + value));
        var log = Files.createDirectories(directory).resolve("other-controller.log");
        var process = Guard.start(new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
        var controller = new OtherController(process, port);
        controller.awaitListening(log);
        return controller;
    }

    private static Path jar() throws IOException {
        var built = Path.of(System.getProperty("fleetgram.root", ".")).resolve("bot/target");
        try (var files = Files.list(built)) {
            return files.filter(file -> file.toString().endsWith("-boot.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the controller's jar is missing below " + built));
        }
    }

    private void awaitListening(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!listens()) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                close();
                throw new IOException("the second controller did not start: " + Files.readString(log));
            }
        }
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
