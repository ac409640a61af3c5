package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.file.CoreDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Takes over the core that an earlier agent left running.
 *
 * <p>Whatever else runs with our configuration file is ended: two cores would share their ports without a word.
 */
record Adoption(
        CoreProgram program,
        Launcher launcher,
        Optional<TakeOver> takeOver,
        CoreDirectory directory,
        ProcessTable processes,
        ScheduledExecutorService scheduler,
        Poll poll,
        SupervisionTimes times) {

    private static final Logger LOG = System.getLogger(Adoption.class.getName());

    Optional<LiveCore> take() {
        takeOver.ifPresent(TakeOver::carryOut);
        var adopted = recorded().flatMap(this::taken);
        for (var process : processes.coresWith(directory.running().toString())) {
            if (adopted.isEmpty() || !adopted.get().run().identity().equals(process)) {
                LOG.log(Level.WARNING, "Ending process {0,number,#}, a core that was left behind.", process.pid());
                Ending.of(process, processes, poll, times.termination());
            }
        }
        return adopted;
    }

    private Optional<CoreRecord> recorded() {
        try {
            return CoreRecord.readFrom(directory.process())
                    .filter(record -> processes.lives(record.run().identity()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + directory.process(), e);
        }
    }

    private Optional<LiveCore> taken(CoreRecord record) {
        var obstacle = obstacle(record);
        if (obstacle.isPresent()) {
            LOG.log(Level.WARNING, "The running core is not adopted: {0}.", obstacle.get());
            return Optional.empty();
        }
        var core = LiveCore.adopted(record.run(), Path.of(record.configuration()), processes, scheduler, launcher);
        if (poll.until(() -> core.sign().given(times.answer()), times.adoption())) {
            return Optional.of(core);
        }
        LOG.log(Level.WARNING, "The running core is not adopted: its API does not answer.");
        core.end(poll, times.termination());
        return Optional.empty();
    }

    private Optional<String> obstacle(CoreRecord record) {
        var run = record.run();
        if (!record.configuration().equals(directory.running().toString())
                || !CoreCommand.runsWith(processes.commandLine(run.identity().pid()), record.configuration())) {
            return Optional.of("it was started with another configuration file");
        }
        if (!processes.executable(run.identity().pid()).equals(Optional.of(record.executable()))) {
            return Optional.of("it runs another executable than the one that was started");
        }
        if (!run.program().executable().equals(program.executable())
                || run.program().dialect() != program.dialect()) {
            return Optional.of("the settings name another core now: " + program.executable());
        }
        return Optional.empty();
    }
}
