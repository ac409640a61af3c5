package io.fleetgram.agent;

import io.fleetgram.agent.core.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The installed program as a process of its own, as the build has put it together. */
final class AgentProcess implements AutoCloseable {

    private static final Path PROGRAM =
            Path.of(System.getProperty("fleetgram.root"), "node-agent", "target", "agent", "bin", "fleetgram-agent");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
    private static final int LONGEST_SECONDS = 60;

    private final Process process;
    private final Path output;

    private AgentProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static AgentProcess start(Path output, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().put("FLEETGRAM_JAVA_HOME", System.getProperty("java.home"));
        return new AgentProcess(builder.start(), output);
    }

    /** Runs a command to its end and returns its exit status. */
    static int run(Path output, List<String> arguments) throws IOException {
        try (var process = start(output, arguments)) {
            return process.exitStatus();
        }
    }

    /** Ends whatever works in this directory: cores outlive their agents, and must not outlive a test. */
    static void endAllIn(Path directory) {
        ProcessHandle.allProcesses()
                .filter(process -> worksIn(process.pid(), directory))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean worksIn(long pid, Path directory) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", "" + pid, "cwd")).startsWith(directory);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        Eventually.is("the killed agent is gone", () -> !process.isAlive());
    }

    /** SIGTERM; returns the exit status. */
    int stop() {
        process.destroy();
        return exitStatus();
    }

    int exitStatus() {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the agent does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Resident memory in KiB, of the Java process that the script has become. */
    long residentKib() throws IOException {
        var match = RESIDENT.matcher(Files.readString(Path.of("/proc", "" + process.pid(), "status")));
        if (!match.find()) {
            throw new AssertionError("the agent has no memory");
        }
        return Long.parseLong(match.group(1));
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
