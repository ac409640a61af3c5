package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.Configurations;
import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.Ports;
import io.fleetgram.agent.core.file.CoreDirectory;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;

/**
 * Starts the core's process in a session of its own, with files for its output, and waits until it answers.
 *
 * <p>A pipe of ours instead of the files would end the core with the agent: it dies of writing to a pipe that nobody reads.
 */
record CoreStarter(
        CoreCommand command,
        CoreDirectory directory,
        ProcessTable processes,
        Ports ports,
        Poll poll,
        SupervisionTimes times) {

    private static final Logger LOG = System.getLogger(CoreStarter.class.getName());

    /** How a start ended. */
    sealed interface Started {

        record Answers(LiveCore core) implements Started {}

        /** No process is left of it. */
        record Failed(String why) implements Started {}
    }

    Started start(Configurations.Ready ready) {
        if (!ports.free("127.0.0.1", ready.apiPort())) {
            return new Started.Failed(
                    "port %d of 127.0.0.1, for the core's API, is taken by another program".formatted(ready.apiPort()));
        }
        try {
            keepOneOlder(directory.output());
            keepOneOlder(directory.log());
            var process = launched(ready.file());
            try {
                return awaited(ready, process);
            } catch (RuntimeException e) {
                // Nobody would know of it.
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            return new Started.Failed("the core could not be started: " + e.getMessage());
        }
    }

    private Process launched(Path configuration) throws IOException {
        var words = new ArrayList<String>();
        words.add("setsid");
        words.addAll(command.run(configuration));
        var builder = new ProcessBuilder(words)
                .directory(directory.root().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(directory.output().toFile());
        builder.environment().putAll(command.environment());
        return builder.start();
    }

    private Started awaited(Configurations.Ready ready, Process process) {
        var identity = processes.identity(process.pid());
        if (identity.isEmpty()) {
            return new Started.Failed("the core ended at once: " + LastWords.ofFile(directory.output()));
        }
        var run = new CoreRun(identity.get(), command.program(), ready.apiPort());
        var core = LiveCore.started(run, ready.file(), directory.output(), processes, process);
        poll.until(() -> !core.lives() || core.sign().given(times.answer()), times.readiness());
        if (!core.lives()) {
            core.sign().close();
            return new Started.Failed(core.death().join());
        }
        if (!core.sign().given(times.answer())) {
            core.end(poll, times.termination());
            return new Started.Failed(
                    "its API did not answer within " + times.readiness().toSeconds() + " s");
        }
        writeDown(run, ready);
        return new Started.Answers(core);
    }

    /** A core that is not written down serves as well; it is the next agent that cannot adopt it. */
    private void writeDown(CoreRun run, Configurations.Ready ready) {
        var executable = processes.executable(run.identity().pid()).orElse("");
        try {
            new CoreRecord(run, executable, ready.file().toString()).writeTo(directory.process());
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The core will have to be restarted with the agent: it could not be written down",
                    e);
        }
    }

    private static void keepOneOlder(Path file) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
