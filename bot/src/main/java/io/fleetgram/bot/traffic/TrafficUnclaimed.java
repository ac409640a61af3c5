package io.fleetgram.bot.traffic;

import java.util.List;

/**
 * Event, after the commit: a node reported bytes under keys that nobody ever had, or more than can be.
 *
 * @param someKeys the first of them
 */
public record TrafficUnclaimed(String nodeKey, int keys, List<String> someKeys) {

    public TrafficUnclaimed {
        someKeys = List.copyOf(someKeys);
    }
}
