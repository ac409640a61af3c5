package io.fleetgram.demo.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the demo's command line says. */
final class DemoOptions {

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            defaultValue = "demo-data",
            description =
                    "Where everything is kept; a second run on it goes on where it was (default: ${DEFAULT-VALUE}).")
    Path data = Path.of("demo-data");

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description =
                    "Count ports from this one at the first run (default: free ones, kept in the data directory).")
    @Nullable
    Integer portBase;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many nodes, 1 to 20 (default: ${DEFAULT-VALUE}).")
    int nodes = 3;

    @Option(
            names = "--core",
            paramLabel = "auto|xray|v2ray|simulated",
            defaultValue = "auto",
            description = "Which core the nodes run (default: Xray if found, else v2ray, else the simulated one).")
    String core = "auto";

    @Option(names = "--empty", description = "Start with no node and no account: join them yourself in the chat.")
    boolean empty;

    @Option(
            names = "--check",
            description = "Walk the main job through the chat, print a table, and exit: 0 when every byte was counted.")
    boolean check;
}
