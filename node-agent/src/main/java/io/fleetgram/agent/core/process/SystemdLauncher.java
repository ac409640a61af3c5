package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.file.CoreDirectory;
import io.fleetgram.agent.core.process.Launcher.Launched.Begun;
import io.fleetgram.agent.core.process.Launcher.Launched.Failed;
import io.fleetgram.agent.store.AtomicFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has systemd run the core, as a unit that is written anew for each start. */
record SystemdLauncher(Hosting.Unit unit, UnitText text, CoreDirectory directory, Duration longest)
        implements Launcher {

    private static final Logger LOG = System.getLogger(SystemdLauncher.class.getName());

    @Override
    public Launched launch(Path configuration) throws IOException {
        AtomicFile.write(unit.file(), text.of(configuration).getBytes(StandardCharsets.UTF_8));
        for (var words : List.of(List.of("daemon-reload"), List.of("restart", unit.name()))) {
            if (told(words) instanceof Told.Not not) {
                return new Failed(not.why());
            }
        }
        return switch (told(List.of("show", "--property=MainPID", "--value", unit.name()))) {
            case Told.Not not -> new Failed(not.why());
            case Told.Done done -> {
                var pid = done.answer().strip();
                yield pid.matches("[1-9][0-9]*")
                        ? new Begun(Long.parseLong(pid), Optional.empty())
                        : new Failed("the core ended at once: " + LastWords.ofFile(directory.output())
                                + "; \"systemctl status " + unit.name() + "\" tells more");
            }
        };
    }

    @Override
    public void askToEnd() {
        if (told(List.of("stop", unit.name())) instanceof Told.Not not) {
            LOG.log(Level.WARNING, "The core is ended by signals: {0}", not.why());
        }
    }

    private sealed interface Told {

        record Done(String answer) implements Told {}

        record Not(String why) implements Told {}
    }

    private Told told(List<String> words) {
        var command = new ArrayList<String>(List.of(unit.systemctl()));
        command.addAll(words);
        var end = new OneShot(command, Map.of(), directory.systemctlOutput(), longest).run();
        return switch (end) {
            case OneShot.End.NotDone not -> new Told.Not(String.join(" ", command) + " failed: " + not.why());
            case OneShot.End.Exited exited ->
                exited.code() == 0
                        ? new Told.Done(exited.output())
                        : new Told.Not("%s failed (exit %d): %s"
                                .formatted(String.join(" ", command), exited.code(), LastWords.of(exited.output())));
        };
    }
}
