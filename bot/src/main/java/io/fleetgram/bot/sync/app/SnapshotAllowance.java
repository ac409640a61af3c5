package io.fleetgram.bot.sync.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How many snapshots a node may still have: a few at once, then one in each interval. */
final class SnapshotAllowance {

    private final Duration every;
    private final int burst;
    /** For each node the moment from which its full burst is back. */
    private final Map<String, Instant> fullAgain = new HashMap<>();

    SnapshotAllowance(Duration every, int burst) {
        this.every = every;
        this.burst = burst;
    }

    /** Returns how long the node must wait for its next snapshot; nothing to wait means zero. */
    synchronized Duration delay(String node, Instant now) {
        var full = fullAgain.get(node);
        if (full == null || !full.isAfter(now)) {
            return Duration.ZERO;
        }
        var delay = Duration.between(now, full).minus(every.multipliedBy(burst - 1));
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    /** Books a snapshot. */
    synchronized void take(String node, Instant now) {
        var full = fullAgain.get(node);
        var from = full == null || full.isBefore(now) ? now : full;
        fullAgain.put(node, from.plus(every));
        fullAgain.values().removeIf(moment -> !moment.isAfter(now));
    }
}
