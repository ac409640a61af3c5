package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.Configurations;
import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.Ports;
import io.fleetgram.agent.core.file.CoreDirectory;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Starts the core's process, waits until it answers, and writes it down. */
record CoreStarter(
        CoreCommand command,
        CoreDirectory directory,
        ProcessTable processes,
        Ports ports,
        Launcher launcher,
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
            return switch (launcher.launch(ready.file())) {
                case Launcher.Launched.Failed failed -> new Started.Failed(failed.why());
                case Launcher.Launched.Begun begun -> watched(ready, begun);
            };
        } catch (IOException e) {
            return new Started.Failed("the core could not be started: " + e.getMessage());
        }
    }

    private Started watched(Configurations.Ready ready, Launcher.Launched.Begun begun) {
        try {
            return awaited(ready, begun);
        } catch (RuntimeException e) {
            // Nobody would know of it.
            begun.child().ifPresent(Process::destroyForcibly);
            throw e;
        }
    }

    private Started awaited(Configurations.Ready ready, Launcher.Launched.Begun begun) {
        var identity = processes.identity(begun.pid());
        if (identity.isEmpty()) {
            return new Started.Failed("the core ended at once: " + LastWords.ofFile(directory.output()));
        }
        var run = new CoreRun(identity.get(), command.program(), ready.apiPort());
        var core = begun.child()
                .map(child -> LiveCore.started(run, ready.file(), directory.output(), processes, child, launcher))
                .orElseGet(() -> LiveCore.hosted(run, ready.file(), directory.output(), processes, poll, launcher));
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
