package io.fleetgram.bot.health;

import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was found of a node over time. */
public interface HealthHistory {

    /**
     * Checks within one clock hour, UTC.
     *
     * @param available those after which the verdict was not OFFLINE
     */
    record Hour(Instant hour, int checks, int available) {}

    /** A verdict that followed another, or was the first. */
    record Change(Instant at, Optional<NodeVerdict> before, NodeVerdict verdict, String reason) {}

    /** The last check, port by port. */
    record Last(Instant at, String detail) {}

    Optional<Last> last(NodeKey node);

    /** Returns the hours with checks from a moment on, oldest first. */
    List<Hour> hours(NodeKey node, Instant from);

    /** Returns how long the slowest port took in each check since a moment in which one answered, in no order. */
    List<Duration> latencies(NodeKey node, Instant from);

    /** Returns the newest changes, newest first. */
    List<Change> changes(NodeKey node, int most);
}
