package io.fleetgram.bot.fleet;

import java.util.EnumMap;
import java.util.Map;

/** How many nodes are in each condition; removed ones are not counted. */
public record NodeCounts(Map<NodeCondition, Integer> byCondition) {

    public NodeCounts {
        byCondition = byCondition.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(byCondition));
    }

    public int of(NodeCondition condition) {
        return byCondition.getOrDefault(condition, 0);
    }

    public int all() {
        return byCondition.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns how many nodes are not disabled. */
    public int enabled() {
        return all() - of(NodeCondition.DISABLED);
    }
}
