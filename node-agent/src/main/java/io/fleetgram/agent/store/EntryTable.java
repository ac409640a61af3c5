package io.fleetgram.agent.store;

import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.shared.EntryDigest;
import io.fleetgram.shared.StateHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries by key, with their version and hash kept along; grows by replaying state records. */
final class EntryTable {

    private final Map<String, EntryBytes> entries = new HashMap<>();
    private StateHash hash = StateHash.EMPTY;
    private long version;
    private long appliedVersion;
    private boolean whole;

    long version() {
        return version;
    }

    StateHash hash() {
        return hash;
    }

    /** Returns the last version that the core took; 0 if there was none. */
    long appliedVersion() {
        return appliedVersion;
    }

    /** Says whether the snapshot that the file begins with has come to its end. */
    boolean isWhole() {
        return whole;
    }

    Iterable<EntryBytes> entries() {
        return entries.values();
    }

    HeldState held() {
        return new HeldState(version, hash, List.copyOf(entries.values()));
    }

    /** Takes over what the record says; false if its hash does not fit the entries, and then nothing was taken over. */
    boolean replay(StateRecord record) {
        return switch (record) {
            case StateRecord.SnapshotEntry put -> {
                change(Map.of(put.entry().key(), Optional.of(put.entry())));
                yield true;
            }
            case StateRecord.SnapshotEnd end -> {
                whole = hash.equals(end.hash());
                version = end.version();
                yield whole;
            }
            case StateRecord.Delta delta -> {
                if (!hashAfter(delta).equals(delta.hash())) {
                    yield false;
                }
                change(changes(delta));
                version = delta.version();
                yield true;
            }
            case StateRecord.Version next -> {
                version = next.version();
                yield true;
            }
            case StateRecord.Applied applied -> {
                appliedVersion = applied.version();
                yield true;
            }
        };
    }

    /** Returns the hash that the entries would have after this delta. */
    StateHash hashAfter(StateRecord.Delta delta) {
        return hashAfter(changes(delta));
    }

    private StateHash hashAfter(Map<String, Optional<EntryBytes>> changes) {
        var next = hash;
        for (var change : changes.entrySet()) {
            var old = Optional.ofNullable(entries.get(change.getKey()));
            next = next.minus(digest(old)).plus(digest(change.getValue()));
        }
        return next;
    }

    private void change(Map<String, Optional<EntryBytes>> changes) {
        hash = hashAfter(changes);
        changes.forEach(
                (key, entry) -> entry.ifPresentOrElse(present -> entries.put(key, present), () -> entries.remove(key)));
    }

    private static Map<String, Optional<EntryBytes>> changes(StateRecord.Delta delta) {
        var changes = new HashMap<String, Optional<EntryBytes>>();
        delta.put().forEach(entry -> changes.put(entry.key(), Optional.of(entry)));
        delta.remove().forEach(key -> changes.put(key, Optional.empty()));
        return changes;
    }

    private static StateHash digest(Optional<EntryBytes> entry) {
        return entry.map(present -> EntryDigest.of(present.key(), present.body()))
                .orElse(StateHash.EMPTY);
    }
}
