package io.fleetgram.agent.converge;

import java.util.Collection;

/** Makes the core run a desired state. */
public interface Converger {

    /**
     * Compares the whole desired state with what the core has, and changes only what differs.
     *
     * <p>Called with the same entries again it repairs drift and tries failed entries whose pause is over; when nothing
     * differs it changes nothing. Blocks until done. Calls wait for each other.
     *
     * @param desired every entry of the state, each key once
     */
    Convergence converge(Collection<EntryBytes> desired);

    /**
     * Makes the core run as it did last, with the users that it had then, while nobody knows what is desired; changes nothing
     * in a core that runs.
     *
     * @param why what is waited for
     */
    Convergence keepAsItIs(String why);
}
