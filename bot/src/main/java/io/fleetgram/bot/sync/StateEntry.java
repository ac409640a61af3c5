package io.fleetgram.bot.sync;

import io.fleetgram.shared.EntryDigest;
import io.fleetgram.shared.EntryKey;
import io.fleetgram.shared.StateHash;

/**
 * An entry of the desired state as nodes get it.
 *
 * @param key names it
 * @param body a serialized EntryBody; never changed after it is handed over
 * @param scope which nodes hold it
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are compared by digest, never by equals
public record StateEntry(EntryKey key, byte[] body, Scope scope) {

    /** Says which nodes hold an entry. */
    public sealed interface Scope {
        /** Every node that offers the inbound. */
        record Offering(String inboundKey) implements Scope {}

        /** One node. */
        record OnNode(String nodeKey) implements Scope {}
    }

    public StateHash digest() {
        return EntryDigest.of(key.text(), body);
    }
}
