package io.fleetgram.parts.core;

import io.fleetgram.parts.core.grpc.ApiServer;
import io.fleetgram.parts.core.simulated.Refused;
import io.fleetgram.parts.core.simulated.RunningCore;
import io.fleetgram.parts.core.simulated.SimulatedConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * A stand-in for Xray: its API, its exit codes, and VLESS over plain TCP with byte-exact counters.
 *
 * <p>Understands v2ray's command line ({@code -config F}, {@code -test -config F}, {@code -version}) and Xray's
 * ({@code run -c F}, {@code run -test -c F}, {@code version}).
 */
public final class SimulatedCoreMain {

    static final String VERSION = "26.0.0-simulated";

    private static final int REFUSED = 23;
    private static final int CANNOT_LISTEN = 255;

    private SimulatedCoreMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var words = Arrays.stream(arguments)
                .map(word -> word.startsWith("--") ? word.substring(1) : word)
                .toList();
        if (words.contains("-version") || words.contains("version")) {
            System.out.println("Xray " + VERSION + " (Fleetgram's stand-in for tests and the demo)");
            return;
        }
        var file = Math.max(words.indexOf("-config"), words.indexOf("-c")) + 1;
        if (file == 0 || file == words.size()) {
            end(REFUSED, "no configuration file; give one with -config FILE");
        }
        try {
            var configuration = SimulatedConfiguration.parse(Files.readString(Path.of(words.get(file))));
            if (words.contains("-test")) {
                System.out.println("Configuration OK.");
                return;
            }
            serve(configuration);
        } catch (Refused refused) {
            end(REFUSED, String.valueOf(refused.getMessage()));
        } catch (IOException e) {
            end(Files.isReadable(Path.of(words.get(file))) ? CANNOT_LISTEN : REFUSED, e.toString());
        }
    }

    private static void serve(SimulatedConfiguration configuration) throws IOException, InterruptedException {
        var core = RunningCore.listen(configuration);
        var api = configuration.api();
        if (api.isPresent()) {
            ApiServer.start(core, api.get(), configuration.services(), InstantSource.system());
        }
        // The real cores end with 0 on SIGTERM and SIGINT, at once, and without a word.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0), "end-at-once"));
        var line = "[Warning] core: Xray " + VERSION + " started\n";
        if (configuration.errorLog().isPresent()) {
            Files.writeString(
                    Path.of(configuration.errorLog().get()),
                    line,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } else {
            System.out.print(line);
            System.out.flush();
        }
        new CountDownLatch(1).await();
    }

    private static void end(int exitCode, String why) {
        System.out.println("Failed to start: " + why);
        System.out.flush();
        Runtime.getRuntime().halt(exitCode);
    }
}
