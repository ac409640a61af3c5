package io.fleetgram.demo.chaos.run;

import io.fleetgram.demo.chaos.KillRun;
import io.fleetgram.demo.chaos.Plan;
import io.fleetgram.demo.run.CoreChoice;
import io.fleetgram.demo.run.Progress;
import io.fleetgram.demo.stack.DidNotStart;
import io.fleetgram.demo.stack.Stack;
import io.fleetgram.demo.stack.StackOptions;
import io.fleetgram.demo.walk.NewNode;
import io.fleetgram.demo.walk.OwnerInChat;
import io.fleetgram.parts.cache.PartsCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills the product's processes under traffic and compares every byte. */
@Command(
        name = "deploy/chaos/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the whole product on this machine, kills its processes under traffic at chosen moments, and"
                + " compares every byte that users moved with what was booked. Ends with 0 only when all is"
                + " exact.")
public final class KillRunMain implements Callable<Integer> {

    private static final int MOST_NODES = 20;
    private static final int MOST_RANDOM_SEED = 1_000_000;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many kills, spread evenly over agent, controller, MariaDB and core (default:"
                    + " ${DEFAULT-VALUE}).")
    private int kills = 20;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "What the plan is made from; the same seed gives the same plan (default: one by chance, which is"
                            + " printed).")
    @Nullable
    private Long seed;

    @Option(
            names = "--core",
            defaultValue = "auto",
            description = "What the nodes run: ${COMPLETION-CANDIDATES} (default: the best that is found).")
    private CoreChoice core = CoreChoice.auto;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many nodes, 1 to 20 (default: ${DEFAULT-VALUE}).")
    private int nodes = 3;

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            defaultValue = "chaos-data",
            description =
                    "Where everything is kept while it runs, and afterwards if it was not exact; an earlier run's is"
                            + " deleted first (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("chaos-data");

    private final Progress progress = new Progress(System.out);

    private KillRunMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new KillRunMain()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            validate();
            boolean exact = runOn(core.core());
            if (exact) {
                PartsCache.delete(data);
            } else {
                progress.plain("Logs and data: " + data.toAbsolutePath());
            }
            return exact ? 0 : 1;
        } catch (DidNotStart | AssertionError | IllegalStateException e) {
            progress.plain("The run broke off: " + e.getMessage());
            progress.plain("Logs and data: " + data.toAbsolutePath());
            return 1;
        }
    }

    private boolean runOn(io.fleetgram.parts.core.CoreBinary binary) throws InterruptedException {
        long chosen = seed == null ? new Random().nextInt(MOST_RANDOM_SEED) : seed;
        var plan = Plan.of(chosen, kills, nodes);
        progress.say("%d kills, seed %d, core %s".formatted(kills, chosen, binary.title()));
        try (var stack = Stack.start(new StackOptions(data, OptionalInt.empty(), binary), progress::say)) {
            var owner = OwnerInChat.at(stack.emulator().address());
            for (int number = 1; number <= nodes; number++) {
                progress.say("%s: joining".formatted(name(number)));
                var machine = stack.nodes().number(number);
                owner.join(machine, new NewNode(name(number), machine.address(), "Rack " + number));
            }
            var product = new KillRun.Product(stack, owner, KillRunMain::name);
            var result = new KillRun(product, plan, progress::say).run();
            progress.plain("");
            result.lines().forEach(progress::plain);
            return result.isExact();
        }
    }

    private static String name(int number) {
        return "node-" + number;
    }

    private void validate() {
        if (kills < 1) {
            throw new DidNotStart("--kills is a number from 1, not " + kills);
        }
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new DidNotStart("--nodes is a number from 1 to %d, not %d".formatted(MOST_NODES, nodes));
        }
        if (Files.exists(data) && !Files.exists(data.resolve("ports.properties"))) {
            throw new DidNotStart("%s is there and holds something else: choose another --data".formatted(data));
        }
        PartsCache.delete(data);
    }
}
