package io.fleetgram.parts.core;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.process.Command;
import java.nio.file.Path;
import java.time.Duration;

/** Reads a core's version off the first line of what it prints about itself: {@code NAME VERSION ...}. */
final class CoreVersion {

    private CoreVersion() {}

    static Found<CoreBinary> ask(CoreKind kind, Path executable, String name, String question) {
        var answer = Command.of(executable.toString(), question).run(Duration.ofSeconds(30));
        var words = answer.output().strip().split("\\s+", 3);
        if (!answer.well() || words.length < 2 || !words[0].equals(name)) {
            return new Found.Missing<>(executable + " does not say which version it is: " + answer.lastLine());
        }
        return new Found.Present<>(CoreBinary.at(kind, executable, words[1]));
    }
}
