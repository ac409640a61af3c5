package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.file.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Runs the core's program in its test mode. */
record ConfigurationTest(CoreCommand command, Path output, Duration longest) implements Trial {

    @Override
    public Optional<String> refusal(Path configuration) {
        var test = new OneShot(command.test(configuration), command.environment(), output, longest);
        return switch (test.run()) {
            case OneShot.End.Exited exited ->
                exited.code() == 0
                        ? Optional.empty()
                        : Optional.of("the core's test refuses it (exit %d): %s"
                                .formatted(exited.code(), LastWords.of(exited.output())));
            case OneShot.End.NotDone notDone -> Optional.of("the core's test could not be run: " + notDone.why());
        };
    }
}
