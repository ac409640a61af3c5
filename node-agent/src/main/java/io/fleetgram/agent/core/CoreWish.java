package io.fleetgram.agent.core;

import java.io.IOException;
import java.util.Optional;

/**
 * Whether the core is meant to run on this node, as an operator said last.
 *
 * <p>What is said is on disk when the call returns: it holds over restarts of the agent and of the machine. May be used from
 * any thread.
 */
public interface CoreWish {

    /** Returns why the core is to stay stopped, for people to read; empty if it is meant to run. */
    Optional<String> stopped();

    /** Keeps the core stopped until {@link #letRun}. */
    void keepStopped(String why) throws IOException;

    void letRun() throws IOException;
}
