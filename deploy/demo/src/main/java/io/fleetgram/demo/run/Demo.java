package io.fleetgram.demo.run;

import io.fleetgram.demo.stack.DidNotStart;
import io.fleetgram.demo.stack.Stack;
import io.fleetgram.demo.stack.StackOptions;
import io.fleetgram.demo.walk.OwnerInChat;
import java.util.concurrent.CountDownLatch;

/** One run of the demo, from the first process to the last. */
final class Demo {

    private final DemoOptions options;
    private final Progress progress;

    Demo(DemoOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    int run() {
        var end = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(end, ended), "stop-demo"));
        try {
            options.validate();
            var core = options.core.core();
            progress.say("core: " + core.title());
            try (var stack = Stack.start(new StackOptions(options.data, options.portBase(), core), progress::say)) {
                return run(stack, end);
            }
        } catch (DidNotStart e) {
            progress.plain(String.valueOf(e.getMessage()));
            return 1;
        } catch (AssertionError notSeen) {
            progress.plain("The chat did not show what it should: " + notSeen.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            ended.countDown();
        }
    }

    private int run(Stack stack, CountDownLatch end) throws InterruptedException {
        var owner = OwnerInChat.at(stack.emulator().address());
        var fleet = new Fleet(stack, owner, progress);
        fleet.startJoined();
        if (!options.empty) {
            fleet.joinUpTo(options.nodes);
            fleet.addFirstAccount();
        }
        if (options.check) {
            return new Check(stack, owner, progress).passes(options.nodes) ? 0 : 1;
        }
        progress.plain("");
        progress.plain("Chat page  " + stack.emulator().chatPage());
        progress.plain("Core       " + stack.core().title());
        progress.plain("Logs       " + stack.logs());
        progress.plain("");
        new PastedCommands(fleet, progress).listen();
        progress.plain("Ctrl-C stops everything.");
        end.await();
        progress.plain("Stopping.");
        return 0;
    }

    /** Called at Ctrl-C and SIGTERM: lets the run end in order, and holds the JVM until it has. */
    private void stop(CountDownLatch end, CountDownLatch ended) {
        end.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
