package io.fleetgram.bot.sync;

import io.fleetgram.shared.EntryKey;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * A feature's part of the desired state.
 *
 * <p>Both methods are called inside a read-only transaction that sees one moment, and must read the database only.
 */
public interface Contributor {

    /** Returns whether entries under this key are this feature's. */
    boolean owns(EntryKey key);

    /** Returns the entries of those keys that nodes must hold now; a key that is not returned is to be removed. */
    List<StateEntry> present(Collection<EntryKey> keys);

    /** Hands over every entry of this feature, in any order, without holding them all in memory. */
    void all(Consumer<StateEntry> sink);
}
