package io.fleetgram.demo.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a process is started.
 *
 * @param name what a person calls it, such as {@code controller}
 * @param environment variables beside those of this process
 * @param directory its working directory
 * @param log takes all that it prints; appended to
 */
public record Launch(String name, List<String> words, Map<String, String> environment, Path directory, Path log) {

    public Launch {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** The same, its words being the arguments of this program. */
    Launch with(Path program) {
        var all = new ArrayList<>(List.of(program.toString()));
        all.addAll(words);
        return new Launch(name, all, environment, directory, log);
    }
}
