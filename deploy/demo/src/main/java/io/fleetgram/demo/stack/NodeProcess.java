package io.fleetgram.demo.stack;

import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** One machine of the fleet: an agent with its directory, its loopback address, and the core that it runs. */
public final class NodeProcess {

    private static final String VARIABLE = "FLEETGRAM_NODE";
    private static final Duration START = Duration.ofSeconds(60);
    private static final double MILLIS = 1_000;
    private static final Duration ENROLL = Duration.ofSeconds(60);

    private final Path directory;
    private final String address;
    private final URI probe;
    private final Path settings;
    private final Launch launch;
    private Path command;
    private ManagedProcess agent;

    NodeProcess(Path command, Path data, int number, PortBook ports, CoreBinary core) {
        this.command = command;
        directory = directory(data, number);
        address = "127.0.0." + (10 + number);
        var probePort = ports.port("node.%d.probe".formatted(number));
        probe = URI.create("http://127.0.0.1:" + probePort);
        settings = writeSettings(core, probePort);
        launch = new Launch(
                "agent of node " + number,
                List.of("run", "--config", settings.toString()),
                environment(),
                directory,
                data.resolve("logs/agent-%d.log".formatted(number)));
        agent = process();
    }

    private ManagedProcess process() {
        return new ManagedProcess(launch.with(command));
    }

    /** Lets another program be the agent from its next start on: another copy, or another release. The present one must have ended. */
    public void exchangeProgram(Path otherCommand) {
        if (agent.isAlive()) {
            throw new IllegalStateException("The agent on " + address + " still runs");
        }
        command = otherCommand;
        agent = process();
    }

    /** The program that is the agent. */
    public Path program() {
        return command;
    }

    /** The file that a machine of that number has once it is a node. */
    static Path credentials(Path data, int number) {
        return directory(data, number).resolve("credentials.pem");
    }

    private static Path directory(Path data, int number) {
        return data.resolve("nodes/" + number);
    }

    private Path writeSettings(CoreBinary core, int probePort) {
        var settings = new Properties();
        settings.setProperty("directory", directory.toString());
        settings.setProperty("core.executable", core.executable().toString());
        settings.setProperty("core.listen-address", address);
        // The sites that the demo's clients visit are on this machine.
        settings.setProperty("core.reach", "everywhere");
        settings.setProperty("controller.longest-pause", "3s");
        // Whoever tries things out looks at once.
        settings.setProperty("report.interval", "2s");
        settings.setProperty("probe.port", Integer.toString(probePort));
        var file = directory.resolve("agent.properties");
        try {
            Files.createDirectories(directory);
            try (var out = Files.newBufferedWriter(file)) {
                settings.store(out, "Settings of the demo's agent; written at each start");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }

    private Map<String, String> environment() {
        return Map.of("JAVA_HOME", JavaCommand.home().toString(), VARIABLE, directory.toString());
    }

    /** The address under which clients reach the node. */
    public String address() {
        return address;
    }

    /**
     * Runs a join command on this machine, as a person would paste it.
     *
     * @throws DidNotStart with what the command printed, if it failed
     */
    public void enroll(String joinCommand) {
        var words = new ArrayList<>(List.of(joinCommand.split(" ")));
        words.set(0, command.toString());
        words.addAll(List.of("--directory", directory.toString()));
        var ended = new Command(words, environment(), Optional.of(directory)).run(ENROLL);
        if (!ended.well()) {
            throw new DidNotStart("The join command failed on " + address + ": " + ended.output());
        }
    }

    /** Runs a command of the agent's program on this machine, as a person at its console would, and returns how it ended. */
    public Command.Ended commandLine(String... words) {
        var line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(words));
        line.addAll(List.of("--config", settings.toString()));
        return new Command(line, environment(), Optional.of(directory)).run(ENROLL);
    }

    /** Starts the agent and waits until its probe answers. */
    public void start() {
        launch();
        agent.awaitReady(() -> Web.get(probe.resolve("/health")).isPresent(), START);
    }

    /** Starts the agent; its probe answers a moment later. */
    public void launch() {
        agent.start();
    }

    /** Says whether the agent's process runs. */
    public boolean isAlive() {
        return agent.isAlive();
    }

    /**
     * Time since the last reading of the core's counters that is on disk began, as the agent tells it; empty when it does not
     * answer, or has read none since it started.
     */
    public Optional<Duration> readingAge() {
        return metric("agent_reading_age_seconds").map(age -> Duration.ofMillis(Math.round(age * MILLIS)));
    }

    /** The fleet's version that the core has taken, as the agent tells it; empty when it does not answer. */
    public Optional<Long> appliedVersion() {
        return metric("agent_applied_version").map(Double::longValue);
    }

    private Optional<Double> metric(String name) {
        var line = Pattern.compile("(?m)^fleetgram_" + name + " (\\S+)$");
        return Web.get(probe.resolve("/metrics"))
                .flatMap(page -> line.matcher(page.body()).results().findFirst())
                .map(found -> Double.valueOf(found.group(1)));
    }

    /** The machine's directory, with everything that its agent keeps. */
    public Path directory() {
        return directory;
    }

    /** Ends the agent in order; its core goes on. */
    public void stop() {
        agent.stop();
    }

    /** Ends the agent by SIGKILL; its core goes on. */
    public void kill() {
        agent.kill();
    }

    /** The core that the agent started, now or in an earlier life. */
    public Optional<ProcessHandle> core() {
        return Marked.with(VARIABLE, directory.toString()).stream()
                .filter(this::isCore)
                .findFirst();
    }

    /** An agent's other children ask the core's program something and end. */
    private boolean isCore(ProcessHandle process) {
        var words = Marked.words(process);
        return words.contains(directory.resolve("core/running.json").toString()) && !words.contains("-test");
    }

    /** Ends the core by SIGKILL. */
    public void killCore() {
        core().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Where the agent answers on loopback: {@code /health}, {@code /info}, {@code /metrics}. */
    public URI probe() {
        return probe;
    }

    public Path log() {
        return agent.launch().log();
    }

    /** Ends the agent and then what it left running. */
    void end() {
        stop();
        Marked.with(VARIABLE, directory.toString()).forEach(process -> {
            process.destroy();
            process.onExit()
                    .orTimeout(5, java.util.concurrent.TimeUnit.SECONDS)
                    .exceptionally(slow -> {
                        process.destroyForcibly();
                        return process;
                    })
                    .join();
        });
    }
}
