package io.fleetgram.bot.accounts;

import io.fleetgram.shared.EntryKey;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Reads which accounts may use which inbounds now. */
public interface Grants {

    /** Returns the grants under these keys; none for a key that no longer has one. */
    List<Grant> present(Collection<EntryKey.UserOnInbound> keys);

    /** Hands over every grant, one by one as the database sends them. */
    void all(Consumer<Grant> sink);
}
