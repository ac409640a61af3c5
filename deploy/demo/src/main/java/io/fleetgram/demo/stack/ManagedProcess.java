package io.fleetgram.demo.stack;

import io.fleetgram.parts.process.Guard;
import io.fleetgram.parts.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One process of the stack: started, probed until it is ready, stopped in order or by force, and started again.
 *
 * <p>It runs in a session of its own, so that Ctrl-C in the terminal reaches the launcher alone, which then stops everything in
 * order. It ends with this JVM at the latest.
 */
public final class ManagedProcess implements AutoCloseable {

    private static final Duration IN_ORDER = Duration.ofSeconds(20);

    private final Launch launch;
    private Optional<Process> running = Optional.empty();

    public ManagedProcess(Launch launch) {
        this.launch = launch;
    }

    /** Starts it; one that runs already stays as it is. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        var words = new ArrayList<String>();
        Programs.find("setsid").ifPresent(setsid -> words.add(setsid.toString()));
        words.addAll(launch.words());
        var builder = new ProcessBuilder(words)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        builder.environment().put(Leftovers.VARIABLE, Leftovers.mark());
        try {
            Files.createDirectories(launch.directory());
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            Leftovers.endWithThisJvm();
            running = Optional.of(Guard.start(builder));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start the " + launch.name(), e);
        }
    }

    /**
     * Waits until the probe passes.
     *
     * @throws DidNotStart if the process ended or the time is over, with the end of its log
     */
    public void awaitReady(BooleanSupplier probe, Duration limit) {
        var ready = Until.isTrue(limit, () -> !isAlive() || probe.getAsBoolean());
        if (!isAlive()) {
            throw new DidNotStart("The %s ended while it was starting. The end of its log %s:%n%s"
                    .formatted(launch.name(), launch.log(), String.join("\n", logTail(15))));
        }
        if (!ready) {
            throw new DidNotStart("The %s did not answer within %d s. The end of its log %s:%n%s"
                    .formatted(launch.name(), limit.toSeconds(), launch.log(), String.join("\n", logTail(15))));
        }
    }

    /** Asks it to end (SIGTERM) and waits; one that does not within 20 s is killed. */
    public synchronized void stop() {
        running.ifPresent(process -> {
            process.destroy();
            if (!ended(process, IN_ORDER)) {
                kill();
            }
        });
    }

    /** Ends it as a power cut would (SIGKILL), and waits until it is gone. */
    public synchronized void kill() {
        running.ifPresent(process -> {
            process.destroyForcibly();
            if (!ended(process, IN_ORDER)) {
                throw new IllegalStateException("The %s (pid %d) outlived SIGKILL".formatted(launch.name(), pid()));
            }
        });
    }

    private static boolean ended(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return true;
        }
    }

    public synchronized boolean isAlive() {
        return running.map(Process::isAlive).orElse(false);
    }

    /**
     * The id of the process as it runs now or ran last.
     *
     * @throws IllegalStateException if it was never started
     */
    public synchronized long pid() {
        return running.orElseThrow(() -> new IllegalStateException("The " + launch.name() + " was never started"))
                .pid();
    }

    public Launch launch() {
        return launch;
    }

    /** Returns the last lines that it printed. */
    public List<String> logTail(int lines) {
        try {
            var all = Files.exists(launch.log()) ? Files.readAllLines(launch.log()) : List.<String>of();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + launch.log(), e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
