package io.fleetgram.bot.sync.index;

import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.bot.sync.StateEntry.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The last changes, with the present bytes of their keys, so that deltas are made without asking the database. */
final class ChangeMemory {

    /** What happened to one key after a version: how it was first, how it is last, and whom the log named on the way. */
    record Since(Past past, Optional<StateEntry> present, Set<Scope> named) {
        static Since of(KeyChange change) {
            return new Since(
                    change.past(), change.present(), Set.of(change.touch().scope()));
        }

        Since after(Since older) {
            var both = new HashSet<>(named);
            both.addAll(older.named);
            return new Since(older.past, present, both);
        }
    }

    private final int most;
    private final Deque<KeyChange> changes = new ArrayDeque<>();
    private final Map<String, Long> resyncs = new HashMap<>();
    private long floor;
    private long resyncOfAll;

    /** {@code floor} is the oldest version from which the changes that follow lead to the present. */
    ChangeMemory(int most, long floor) {
        this.most = most;
        this.floor = floor;
    }

    void add(KeyChange change) {
        changes.addLast(change);
        while (changes.size() > most) {
            floor = changes.removeFirst().version();
        }
    }

    void resync(String node, long version) {
        resyncs.put(node, version);
    }

    /** Nodes below this version need a snapshot, whatever they offer. */
    void resyncAll(long version) {
        resyncOfAll = Math.max(resyncOfAll, version);
    }

    void forget(String node) {
        resyncs.remove(node);
    }

    boolean reaches(long version) {
        return version >= floor;
    }

    boolean resyncsSince(String node, long version) {
        return version < resyncs.getOrDefault(node, 0L) || version < resyncOfAll;
    }

    /** Returns what changed after a version, by the text of the keys. */
    Map<String, Since> since(long version) {
        var since = new LinkedHashMap<String, Since>();
        var newestFirst = changes.descendingIterator();
        while (newestFirst.hasNext()) {
            var change = newestFirst.next();
            if (change.version() <= version) {
                break;
            }
            since.merge(change.touch().key().text(), Since.of(change), Since::after);
        }
        return since;
    }
}
