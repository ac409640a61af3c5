package io.fleetgram.bot.sync.index;

import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.bot.sync.StateEntry.Scope;
import io.fleetgram.shared.StateHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what changed for one node, and goes back from its present hash to the one before the changes. */
final class Changes {

    private final String node;
    private final Set<String> offered;
    private final StateHash hash;
    private final List<StateEntry> put = new ArrayList<>();
    private final List<String> remove = new ArrayList<>();
    private StateHash before;
    private boolean proven = true;

    Changes(String node, Set<String> offered, StateHash hash) {
        this.node = node;
        this.offered = offered;
        this.hash = hash;
        this.before = hash;
    }

    void add(String key, ChangeMemory.Since since) {
        var present = since.present().filter(entry -> isHere(entry.scope()));
        boolean wasHere = switch (since.past()) {
            case Past.Absent absent -> false;
            case Past.Was was -> isHere(was.held().scope());
            case Past.Unknown unknown -> since.named().stream().anyMatch(this::isHere);
        };
        if (present.isEmpty() && !wasHere) {
            return;
        }
        present.ifPresentOrElse(put::add, () -> remove.add(key));
        present.ifPresent(entry -> before = before.minus(entry.digest()));
        switch (since.past()) {
            case Past.Was was -> before = wasHere ? before.plus(was.held().digest()) : before;
            case Past.Absent absent -> {}
            case Past.Unknown unknown -> proven = false;
        }
    }

    boolean isEmpty() {
        return put.isEmpty() && remove.isEmpty();
    }

    /** Returns the hash before all that was added; empty if something of it is unknown. */
    Optional<StateHash> hashBefore() {
        return proven ? Optional.of(before) : Optional.empty();
    }

    Verdict.Changes verdict(long version) {
        return new Verdict.Changes(version, hash, put, remove, proven);
    }

    private boolean isHere(Scope scope) {
        return switch (scope) {
            case Scope.Offering offering -> offered.contains(offering.inboundKey());
            case Scope.OnNode one -> one.nodeKey().equals(node);
        };
    }
}
