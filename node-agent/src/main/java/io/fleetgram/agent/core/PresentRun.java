package io.fleetgram.agent.core;

import java.util.Optional;

/** Tells which run of the core there is at this moment; may be asked from any thread. */
@FunctionalInterface
public interface PresentRun {

    /** Empty while none runs. */
    Optional<CoreRun> now();
}
