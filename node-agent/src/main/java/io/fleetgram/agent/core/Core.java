package io.fleetgram.agent.core;

import java.util.List;
import java.util.Optional;

/**
 * The one core on this machine that the agent owns.
 *
 * <p>All calls block, each at most for its deadline, and may come from any thread. None throws because the core is away:
 * that is an outcome.
 */
public interface Core {

    /** Returns the present run of the core's process; empty while none runs. Costs one read from {@code /proc}. */
    Optional<CoreIdentity> identity();

    /**
     * Changes users without a restart; many changes are under way at once.
     *
     * <p>Changes of the same e-mail must not be in one list: they could overtake each other.
     *
     * @return one outcome for each change, in the same order
     */
    List<UserOutcome> alter(List<UserChange> changes);

    /** Asks the core which users an inbound has. */
    UserListing usersOf(String tag);

    /** Reads every counter once, without resetting any. */
    CounterReading readCounters();

    CoreStatus status();

    /** Returns what this core can do; before it has run for the first time, what its program promises. */
    Capabilities capabilities();
}
