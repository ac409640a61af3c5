package io.fleetgram.bench;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a benchmark is given.
 *
 * @param directory its own, empty, removed afterwards
 * @param size how much it is to do
 * @param progress takes a line for each thing that is under way
 */
public record Workplace(Path directory, Size size, Consumer<String> progress) {

    public void say(String line) {
        progress.accept(line);
    }
}
