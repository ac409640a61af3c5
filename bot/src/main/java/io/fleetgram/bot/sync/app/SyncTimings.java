package io.fleetgram.bot.sync.app;

import java.time.Duration;

/**
 * How long things take and how much there is of them.
 *
 * @param longestPoll cap of a poll's wait
 * @param look how often the tailer looks for changes of other processes
 * @param secondLook how long a disagreement is looked at again before it is believed
 * @param snapshotEvery one snapshot a node in this time, sustained
 * @param snapshotBurst snapshots that a node may have at once
 * @param snapshotsAtOnce over all nodes
 * @param memory changes of keys that are remembered
 */
public record SyncTimings(
        Duration longestPoll,
        Duration look,
        Duration secondLook,
        Duration snapshotEvery,
        int snapshotBurst,
        int snapshotsAtOnce,
        int memory) {

    public static final SyncTimings USUAL = new SyncTimings(
            Duration.ofSeconds(50), Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofMinutes(1), 3, 8, 10_000);

    public SyncTimings withSecondLook(Duration other) {
        return new SyncTimings(longestPoll, look, other, snapshotEvery, snapshotBurst, snapshotsAtOnce, memory);
    }
}
