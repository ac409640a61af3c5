package io.fleetgram.agent.controller;

import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.store.SnapshotDraft;
import io.fleetgram.shared.StateHash;
import java.util.List;

/** What a poll brought. Nothing of it is stored yet. */
public sealed interface StateChange {

    /** The stored state is the desired one, and this is its version now. */
    record Unchanged(long version) implements StateChange {}

    /** The present state of every entry that changed since the stored version; the whole has this hash afterwards. */
    record Delta(long version, StateHash hash, List<EntryBytes> put, List<String> remove) implements StateChange {}

    /** Everything, written to the draft as it came; the whole has this hash. */
    record Snapshot(SnapshotDraft draft, StateHash hash) implements StateChange {}
}
