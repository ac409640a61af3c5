package io.fleetgram.bot.sync.index;

import io.fleetgram.bot.sync.StateEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds an index from everything, read at one moment, and from the recent rows of the change log. */
public final class IndexLoading {

    private final long version;
    private final Map<String, Set<String>> offers;
    private final List<Touch> recent;
    private final Set<String> recentKeys;
    private final Map<String, Held> entries = new HashMap<>();
    private final Map<String, StateEntry> recentEntries = new HashMap<>();
    private final Map<String, Long> resyncs = new HashMap<>();
    private long resyncOfAll;

    /** {@code recent} are the touches above the floor, in the order of the log. */
    public IndexLoading(long version, Map<String, Set<String>> offers, List<Touch> recent) {
        this.version = version;
        this.offers = Map.copyOf(offers);
        this.recent = List.copyOf(recent);
        this.recentKeys = recent.stream().map(touch -> touch.key().text()).collect(Collectors.toSet());
    }

    /** A node with an older version than this needs a snapshot. */
    public void resync(String node, long at) {
        resyncs.merge(node, at, Math::max);
    }

    /** Every node with an older version than this needs a snapshot, because what it offers may have changed then. */
    public void resyncAll(long at) {
        resyncOfAll = Math.max(resyncOfAll, at);
    }

    public void add(StateEntry entry) {
        var key = entry.key().text();
        entries.put(key, Held.of(entry));
        if (recentKeys.contains(key)) {
            recentEntries.put(key, entry);
        }
    }

    /**
     * Returns the index.
     *
     * @param most changes that it remembers
     * @param floor the oldest version from which the recent touches lead to the present
     */
    public StateIndex finish(int most, long floor) {
        var memory = new ChangeMemory(most, floor);
        memory.resyncAll(resyncOfAll);
        resyncs.forEach(memory::resync);
        for (var touch : recent) {
            var present = Optional.ofNullable(recentEntries.get(touch.key().text()));
            memory.add(new KeyChange(touch, new Past.Unknown(), present));
        }
        return StateIndex.of(version, offers, entries, memory);
    }
}
