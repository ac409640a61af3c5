package io.fleetgram.bot.sync;

import io.fleetgram.shared.StateHash;
import java.util.Optional;

/** What nodes should hold now, as this process knows it. Asks no database. */
public interface NodeStates {

    /** The version and state hash that a node should hold. */
    record Wanted(long version, StateHash hash) {}

    /** Returns empty for a node that is unknown or removed. */
    Optional<Wanted> wanted(String nodeKey);
}
