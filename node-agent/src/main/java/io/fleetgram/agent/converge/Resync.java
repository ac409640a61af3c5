package io.fleetgram.agent.converge;

import java.util.Collection;

/** Applies a desired state anew, because somebody asked for it. */
public interface Resync {

    /**
     * Reads anew what the running core has and applies every entry again, those too that failed lately. A core that cannot
     * list its users gets each of them again. Never starts or restarts the core. Waits for a convergence that is under way.
     */
    Convergence resync(Collection<EntryBytes> desired);
}
