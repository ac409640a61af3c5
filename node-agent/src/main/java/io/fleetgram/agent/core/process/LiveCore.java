package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.grpc.ApiSign;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One run of the core, from its start or adoption to its end.
 *
 * @param configuration the file it was started with
 * @param sign where its API is asked for signs of life
 * @param death completed with the reason once the process is gone
 */
record LiveCore(
        CoreRun run,
        Path configuration,
        boolean adopted,
        ApiSign sign,
        ProcessTable processes,
        Launcher launcher,
        CompletableFuture<String> death) {

    private static final Duration WATCH_EVERY = Duration.ofMillis(250);

    /** A process that we started: its exit is ours to collect. */
    static LiveCore started(
            CoreRun run, Path configuration, Path output, ProcessTable processes, Process process, Launcher launcher) {
        var death = process.onExit()
                .thenApply(ended ->
                        "it ended with exit code %d: %s".formatted(ended.exitValue(), LastWords.ofFile(output)));
        return new LiveCore(run, configuration, false, new ApiSign(run.apiPort()), processes, launcher, death);
    }

    /** A process that somebody else started for us. */
    static LiveCore hosted(
            CoreRun run, Path configuration, Path output, ProcessTable processes, Poll poll, Launcher launcher) {
        var death = watched(run, processes, poll.scheduler(), () -> "it ended: " + LastWords.ofFile(output));
        return new LiveCore(run, configuration, false, new ApiSign(run.apiPort()), processes, launcher, death);
    }

    /** A process that an earlier agent started: nobody tells us of its end, so we look. */
    static LiveCore adopted(
            CoreRun run,
            Path configuration,
            ProcessTable processes,
            ScheduledExecutorService scheduler,
            Launcher launcher) {
        var death = watched(
                run,
                processes,
                scheduler,
                () -> "it is gone; it was started by an earlier agent, so its exit code is not known");
        return new LiveCore(run, configuration, true, new ApiSign(run.apiPort()), processes, launcher, death);
    }

    private static CompletableFuture<String> watched(
            CoreRun run, ProcessTable processes, ScheduledExecutorService scheduler, Supplier<String> words) {
        var death = new CompletableFuture<String>();
        var watch = scheduler.scheduleWithFixedDelay(
                () -> {
                    if (!processes.lives(run.identity())) {
                        death.complete(words.get());
                    }
                },
                0,
                WATCH_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
        var unused = death.whenComplete((reason, error) -> watch.cancel(false));
        return death;
    }

    boolean lives() {
        return processes.lives(run.identity());
    }

    /** Asks the process to end, and kills it if it does not. */
    void end(Poll poll, Duration termination) {
        if (lives()) {
            launcher.askToEnd();
        }
        Ending.of(run.identity(), processes, poll, termination);
        sign.close();
    }
}
