package io.fleetgram.agent.core;

import java.nio.file.Path;
import java.util.Optional;

/** The configuration that the core is started with next, and the one that it was started with last. */
public interface Configurations {

    /** What became of a new configuration. */
    sealed interface Written {

        /** It was tested by the core's own test and is on disk. */
        record Accepted() implements Written {}

        /** The core's own test refused it; the old file stays. */
        record Refused(String why) implements Written {}

        /** It could not be tested or written, for reasons that have nothing to do with it; the old file stays. */
        record NotWritten(String why) implements Written {}
    }

    /**
     * What the core is to be started with.
     *
     * @param apiPort where its API will answer, TCP on 127.0.0.1
     */
    record Ready(Path file, int apiPort) {}

    /** Writes, tests and installs a configuration at once. */
    Written write(Configuration configuration);

    /** Has the core test a configuration without installing it; returns why it is refused, empty if it is not as far as known. */
    Optional<String> refusal(Configuration configuration);

    /**
     * Writes, tests and installs a configuration some seconds after the last such request, or before the next start if that
     * is sooner. If the core's test refuses it, the file stays as it is.
     */
    void writeSoon(Configuration configuration);

    /** Fixes the present configuration as the one that a core is now started with; empty if there is none yet. */
    Optional<Ready> forStart();

    /** Returns what the last started core was started with; empty if that is not known. */
    Optional<StartedWith> startedWith();
}
