package io.fleetgram.agent.store;

import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.shared.StateHash;
import java.util.List;

/** One record of a state file. The file begins with entries and the end of a snapshot; the others follow. */
sealed interface StateRecord {

    /** One entry of the snapshot that the file begins with. */
    record SnapshotEntry(EntryBytes entry) implements StateRecord {}

    /** All entries of the snapshot came before this. */
    record SnapshotEnd(long version, StateHash hash) implements StateRecord {}

    /** Entries that changed; the hash is that of the whole state afterwards. */
    record Delta(long version, StateHash hash, List<EntryBytes> put, List<String> remove) implements StateRecord {}

    /** The same entries have a new version. */
    record Version(long version) implements StateRecord {}

    /** The core took this version. */
    record Applied(long version) implements StateRecord {}
}
