package io.fleetgram.agent.core.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** How the core's process comes to be, and how it is asked to end. */
interface Launcher {

    /** What came of it. */
    sealed interface Launched {

        /**
         * A process is there.
         *
         * @param child the process, if it is our own to wait for
         */
        record Begun(long pid, Optional<Process> child) implements Launched {}

        record Failed(String why) implements Launched {}
    }

    Launched launch(Path configuration) throws IOException;

    /** Asks in the proper way before signals are sent; returns when that was heard. */
    void askToEnd();
}
