package io.fleetgram.bot.sync.index;

import io.fleetgram.bot.sync.StateEntry.Scope;
import io.fleetgram.shared.StateHash;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The digest of every entry, and their sums: one for each inbound, one for each node's own entries. */
final class EntrySums {

    private final Map<String, Held> entries = new HashMap<>();
    private final Map<Scope, StateHash> sums = new HashMap<>();

    /** Takes over an entry's present state, which may be none, and returns what it was before. */
    Optional<Held> replace(String key, Optional<Held> present) {
        var before = Optional.ofNullable(present.isPresent() ? entries.put(key, present.get()) : entries.remove(key));
        before.ifPresent(held -> sums.merge(held.scope(), StateHash.EMPTY.minus(held.digest()), StateHash::plus));
        present.ifPresent(held -> sums.merge(held.scope(), held.digest(), StateHash::plus));
        return before;
    }

    /** Returns the state hash of a node that offers these inbounds. */
    StateHash of(String node, Set<String> offered) {
        var sum = sum(new Scope.OnNode(node));
        for (String inbound : offered) {
            sum = sum.plus(sum(new Scope.Offering(inbound)));
        }
        return sum;
    }

    int size() {
        return entries.size();
    }

    private StateHash sum(Scope scope) {
        return sums.getOrDefault(scope, StateHash.EMPTY);
    }
}
