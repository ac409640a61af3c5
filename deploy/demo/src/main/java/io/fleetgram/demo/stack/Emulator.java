package io.fleetgram.demo.stack;

import io.fleetgram.demo.emulator.EmulatorMain;
import io.fleetgram.demo.emulator.EmulatorSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The chat emulator's process, which keeps its chats in the data directory. */
public final class Emulator implements AutoCloseable {

    static final String TOKEN = EmulatorSettings.DEFAULT_TOKEN;

    private static final Duration START = Duration.ofSeconds(30);

    private final ManagedProcess process;
    private final URI address;

    Emulator(Path data, int port) {
        var directory = data.resolve("emulator");
        address = URI.create("http://127.0.0.1:" + port);
        process = new ManagedProcess(new Launch(
                "chat emulator",
                JavaCommand.main(
                        EmulatorMain.class,
                        96,
                        List.of(
                                "--port=" + port,
                                "--token=" + TOKEN,
                                "--data=" + directory.resolve("chats"),
                                "--people=" + Owner.NAME + ":" + Owner.ID + ",Sam Stranger:1002")),
                Map.of(),
                directory,
                data.resolve("logs/emulator.log")));
    }

    /** Starts it; it answers a moment later. */
    void launch() {
        process.start();
    }

    /** Waits until it answers. */
    void awaitReady() {
        process.awaitReady(
                () -> Web.get(address.resolve("/emulator/events?wait=0")).isPresent(), START);
    }

    /** The Bot API's address, without the token. */
    public URI address() {
        return address;
    }

    public URI chatPage() {
        return address.resolve("/");
    }

    @Override
    public void close() {
        process.stop();
    }
}
