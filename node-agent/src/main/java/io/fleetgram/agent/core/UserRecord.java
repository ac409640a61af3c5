package io.fleetgram.agent.core;

import java.util.List;
import java.util.Optional;

/**
 * Keeps which users a running core has, for one that cannot say so itself.
 *
 * <p>It outlives the agent, not the core: what it says belongs to one run of the core.
 */
public interface UserRecord {

    /** Returns what is known of this run of the core; empty if the record is of another one, damaged, or missing. */
    Optional<KnownUsers> of(CoreIdentity core);

    /** Begins anew with what is known of this run of the core. */
    void begin(CoreIdentity core, KnownUsers users);

    /** Adds facts: before changes are sent that their outcome is unsure, then what became of them. */
    void note(List<UserFact> facts);

    /** Returns whether so much was noted that the record should begin anew. */
    boolean isLong();
}
