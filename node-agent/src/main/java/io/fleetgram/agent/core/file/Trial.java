package io.fleetgram.agent.core.file;

import java.nio.file.Path;

/** The core's own test of a configuration file. */
@FunctionalInterface
public interface Trial {

    /** What came of a test. */
    sealed interface Verdict {

        record Passed() implements Verdict {}

        /** The core would not take the file; says why in its own words. */
        record Refused(String why) implements Verdict {}

        /** There was no test: the program is missing or hangs. Says nothing about the file. */
        record NotTested(String why) implements Verdict {}
    }

    Verdict of(Path configuration);
}
