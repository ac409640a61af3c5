package io.fleetgram.bot.health;

import io.fleetgram.bot.fleet.CoreFacts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that one check saw of a node.
 *
 * @param ports what became of each public TCP port that the node last said its core listens on; a port that cannot be tried, such
 *     as one of UDP, is not among them
 * @param heardAgo how long ago its agent last polled or reported; empty if never
 * @param core what the agent last said of its core; believed only while the agent is heard
 * @param cpuPermille of the whole machine, as the agent last said
 */
public record Look(
        SortedMap<Integer, PortOutcome> ports,
        Optional<Duration> heardAgo,
        Optional<CoreFacts.State> core,
        int cpuPermille) {

    public Look {
        ports = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    }

    public static Look of(
            Map<Integer, PortOutcome> ports,
            Optional<Duration> heardAgo,
            Optional<CoreFacts.State> core,
            int cpuPermille) {
        return new Look(new TreeMap<>(ports), heardAgo, core, cpuPermille);
    }
}
