package io.fleetgram.agent.converge;

import java.time.Duration;
import java.util.List;

/** How one attempt to bring the core to the desired state ended. */
public sealed interface Convergence {

    /**
     * The core runs the desired state, but for the failed entries, which are tried again by themselves.
     *
     * @param added users added, or added again with another credential
     * @param removed users removed
     * @param unchanged users that were as desired already
     * @param drift users among these that somebody else had changed in the core, seen when its users were read back
     * @param restarted whether the core was started or restarted for this
     */
    record Converged(
            int added,
            int removed,
            int unchanged,
            int drift,
            boolean restarted,
            Duration took,
            List<FailedEntry> failedEntries)
            implements Convergence {
        public Converged {
            failedEntries = List.copyOf(failedEntries);
        }
    }

    /** Not there yet, and likely to pass by itself: converge again soon. */
    record Waiting(String why) implements Convergence {}

    /** Nothing could be applied and someone should look. */
    record Failed(String why) implements Convergence {}
}
