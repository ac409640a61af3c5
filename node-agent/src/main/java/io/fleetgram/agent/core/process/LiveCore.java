package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.grpc.ApiSign;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

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
        CompletableFuture<String> death) {

    private static final Duration WATCH_EVERY = Duration.ofMillis(250);

    /** A process that we started: its exit is ours to collect. */
    static LiveCore started(CoreRun run, Path configuration, Path output, ProcessTable processes, Process process) {
        var death = process.onExit()
                .thenApply(ended ->
                        "it ended with exit code %d: %s".formatted(ended.exitValue(), LastWords.ofFile(output)));
        return new LiveCore(run, configuration, false, new ApiSign(run.apiPort()), processes, death);
    }

    /** A process that an earlier agent started: nobody tells us of its end, so we look. */
    static LiveCore adopted(
            CoreRun run, Path configuration, ProcessTable processes, ScheduledExecutorService scheduler) {
        var death = new CompletableFuture<String>();
        var watch = scheduler.scheduleWithFixedDelay(
                () -> {
                    if (!processes.lives(run.identity())) {
                        death.complete("it is gone; it was started by an earlier agent, so its exit code is not known");
                    }
                },
                0,
                WATCH_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
        var unused = death.whenComplete((reason, error) -> watch.cancel(false));
        return new LiveCore(run, configuration, true, new ApiSign(run.apiPort()), processes, death);
    }

    boolean lives() {
        return processes.lives(run.identity());
    }

    /** Asks the process to end, and kills it if it does not. */
    void end(Poll poll, Duration termination) {
        Ending.of(run.identity(), processes, poll, termination);
        sign.close();
    }
}
