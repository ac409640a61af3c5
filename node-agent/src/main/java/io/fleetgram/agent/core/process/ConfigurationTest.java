package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.file.Trial;
import java.nio.file.Path;
import java.time.Duration;

/** Runs the core's program in its test mode. */
record ConfigurationTest(CoreCommand command, Path output, Duration longest) implements Trial {

    @Override
    public Verdict of(Path configuration) {
        var test = new OneShot(command.test(configuration), command.environment(), output, longest);
        return switch (test.run()) {
            case OneShot.End.Exited exited ->
                exited.code() == 0
                        ? new Verdict.Passed()
                        : new Verdict.Refused("the core's test refuses it (exit %d): %s"
                                .formatted(exited.code(), LastWords.of(exited.output())));
            case OneShot.End.NotDone notDone ->
                new Verdict.NotTested("the core's test could not be run: " + notDone.why());
        };
    }
}
