package io.fleetgram.demo.emulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs an emulator until it is stopped. */
@Command(
        name = "emulator",
        description = "A Telegram Bot API double with a chat page.",
        mixinStandardHelpOptions = true)
public final class EmulatorMain implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8081", description = "Port on 127.0.0.1 (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--token", defaultValue = EmulatorSettings.DEFAULT_TOKEN, description = "The bot's token.")
    private String token = EmulatorSettings.DEFAULT_TOKEN;

    @Option(names = "--data", description = "File to keep chats in between runs (default: nowhere).")
    private @Nullable Path data;

    @Option(
            names = "--people",
            split = ",",
            defaultValue = "Olga Owner:1001,Sam Stranger:1002",
            description = "People who are there from the start, NAME or NAME:ID (default ${DEFAULT-VALUE}).")
    private List<String> people = List.of();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EmulatorMain()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var newcomers = people.stream().map(EmulatorSettings.Newcomer::parse).toList();
        var settings = new EmulatorSettings(port, token, Optional.ofNullable(data), newcomers, InstantSource.system());
        try (var emulator = ChatEmulator.start(settings)) {
            System.out.println("chat page: " + emulator.address() + "/");
            System.out.println("Bot API:   " + emulator.address() + "/bot" + token + "/");
            var stop = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(emulator::close));
            stop.await();
            return 0;
        } catch (IOException failure) {
            System.err.println("The emulator cannot start on port " + port + ": " + failure.getMessage());
            return 1;
        }
    }
}
