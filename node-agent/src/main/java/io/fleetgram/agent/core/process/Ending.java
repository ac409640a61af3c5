package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.CoreIdentity;
import java.time.Duration;

/** Ends a process for certain. */
final class Ending {

    /** The kernel needs a moment for a process with many connections. */
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private Ending() {}

    /** Sends SIGTERM, and SIGKILL if the process still lives after the given time; returns whether it is gone. */
    static boolean of(CoreIdentity process, ProcessTable processes, Poll poll, Duration termination) {
        var handle = ProcessHandle.of(process.pid()).filter(found -> processes.lives(process));
        if (handle.isEmpty()) {
            return true;
        }
        handle.get().destroy();
        if (poll.until(() -> !processes.lives(process), termination)) {
            return true;
        }
        handle.get().destroyForcibly();
        return poll.until(() -> !processes.lives(process), AFTER_KILL);
    }
}
