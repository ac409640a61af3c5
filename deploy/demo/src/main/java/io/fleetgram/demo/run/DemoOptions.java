package io.fleetgram.demo.run;

import io.fleetgram.demo.stack.DidNotStart;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the demo's command line says. */
final class DemoOptions {

    private static final int MOST_NODES = 20;
    private static final int LOWEST_PORT = 1024;
    private static final int HIGHEST_PORT = 65_000;

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            defaultValue = "demo-data",
            description = "Where everything is kept; the next run on it goes on where this one was"
                    + " (default: ${DEFAULT-VALUE}).")
    Path data = Path.of("demo-data");

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description =
                    "Count ports from this one at the first run (default: free ones; kept in the data directory).")
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
            defaultValue = "auto",
            description = "What the nodes run: ${COMPLETION-CANDIDATES} (default: Xray if found, else v2ray, else the"
                    + " simulated core).")
    CoreChoice core = CoreChoice.auto;

    @Option(names = "--empty", description = "Add no node and no account: do it yourself in the chat.")
    boolean empty;

    @Option(
            names = "--check",
            description = "Do the main job through the chat, print a table, and end: 0 when every byte was counted.")
    boolean check;

    /**
     * Refuses what makes no sense.
     *
     * @throws DidNotStart with what is wrong and what would be right
     */
    void validate() {
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new DidNotStart("--nodes is a number from 1 to %d, not %d".formatted(MOST_NODES, nodes));
        }
        if (portBase != null && (portBase < LOWEST_PORT || portBase > HIGHEST_PORT)) {
            throw new DidNotStart(
                    "--port-base is a port from %d to %d, not %d".formatted(LOWEST_PORT, HIGHEST_PORT, portBase));
        }
        if (empty && check) {
            throw new DidNotStart("--check joins nodes and adds an account, --empty leaves them out: choose one");
        }
    }

    OptionalInt portBase() {
        return portBase == null ? OptionalInt.empty() : OptionalInt.of(portBase);
    }
}
