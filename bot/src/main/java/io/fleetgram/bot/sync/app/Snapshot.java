package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.shared.StateHash;
import java.util.List;

/** Everything that a node must hold as of one version. */
public record Snapshot(long version, StateHash hash, List<StateEntry> entries) {

    public static Snapshot of(long version, List<StateEntry> entries) {
        var hash = entries.stream().map(StateEntry::digest).reduce(StateHash.EMPTY, StateHash::plus);
        return new Snapshot(version, hash, List.copyOf(entries));
    }
}
