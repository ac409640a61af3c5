package io.fleetgram.agent.core;

import java.nio.file.Path;
import java.time.Instant;

/** What the core's process is doing. */
public sealed interface CoreStatus {

    /**
     * The process lives.
     *
     * @param configuration the file it was started with
     * @param startedAt when the process began, by the wall clock
     * @param adopted whether an earlier run of the agent had started it
     * @param answering whether its API answered the last time it was asked
     */
    record Running(
            CoreIdentity core,
            CoreProgram program,
            Path configuration,
            Instant startedAt,
            boolean adopted,
            boolean answering)
            implements CoreStatus {}

    /** It died or could not be started, and will be started again by itself. */
    record Down(String why, Instant nextStart) implements CoreStatus {}

    /** It is meant not to run, or was never started. */
    record Stopped(String why) implements CoreStatus {}
}
