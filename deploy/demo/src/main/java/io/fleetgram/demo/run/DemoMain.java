package io.fleetgram.demo.run;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the whole product on this machine, with a chat page in Telegram's place. */
@Command(
        name = "deploy/demo/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs the whole product on this machine, with a chat page in Telegram's place. Ctrl-C stops all of it.")
public final class DemoMain implements Callable<Integer> {

    @Mixin
    private final DemoOptions options = new DemoOptions();

    private DemoMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DemoMain()).execute(arguments));
    }

    @Override
    public Integer call() {
        return new Demo(options, new Progress(System.out)).run();
    }
}
