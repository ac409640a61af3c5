package io.fleetgram.agent.core.file;

import java.nio.file.Path;
import java.util.Optional;

/** The core's own test of a configuration file. */
@FunctionalInterface
public interface Trial {

    /** Returns why the core refuses the file, in its own words; empty if it would take it. */
    Optional<String> refusal(Path configuration);
}
