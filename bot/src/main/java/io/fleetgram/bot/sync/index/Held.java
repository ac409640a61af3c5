package io.fleetgram.bot.sync.index;

import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.shared.StateHash;

/** What is remembered of an entry that nodes hold: its digest, and which nodes. */
record Held(StateHash digest, StateEntry.Scope scope) {

    static Held of(StateEntry entry) {
        return new Held(entry.digest(), entry.scope());
    }
}
