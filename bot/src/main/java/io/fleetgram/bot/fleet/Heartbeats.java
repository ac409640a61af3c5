package io.fleetgram.bot.fleet;

import io.fleetgram.shared.StateHash;
import java.time.Instant;

/** Takes note that a node polled. Notes may be kept back for a second and are lost if the process dies meanwhile. */
public interface Heartbeats {

    /** The node is there and says what it has stored. */
    void polled(NodeKey node, long storedVersion, StateHash storedHash, Instant at);

    /** As {@link #polled}, and what it has stored is exactly what it should hold. */
    void agreed(NodeKey node, long storedVersion, StateHash storedHash, Instant at);
}
