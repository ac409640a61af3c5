package io.fleetgram.bot.sync.index;

import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.shared.StateHash;
import java.util.List;

/** What follows from what a node says it has stored. */
public sealed interface Verdict {

    /** It holds what it should; {@code version} is the present one. */
    record Same(long version) implements Verdict {}

    /**
     * The present state of what changed since.
     *
     * @param proven whether the node's hash was checked against what it must have been; else only the next poll shows it
     */
    record Changes(long version, StateHash hash, List<StateEntry> put, List<String> remove, boolean proven)
            implements Verdict {
        public Changes {
            put = List.copyOf(put);
            remove = List.copyOf(remove);
        }
    }

    /** Changes cannot lead from there to here; no sign of trouble. */
    record Whole(Why why) implements Verdict {
        /** Why only a snapshot will do. */
        public enum Why {
            /** It has nothing yet. */
            NEW,
            /** What it offers changed. */
            RESYNC,
            /** Its version is older than what is remembered. */
            FAR_BEHIND
        }
    }

    /** Something is wrong here or there: look again, and if it stays so, send a snapshot and tell the operators. */
    record Disagrees(How how) implements Verdict {
        /** In what way. */
        public enum How {
            /** Its version is one that this database never had, or does not have yet. */
            AHEAD,
            /** It holds something else than what its version had. */
            HASH_DIFFERS
        }
    }

    /** No such node is known here, or not yet. */
    record UnknownNode() implements Verdict {}
}
