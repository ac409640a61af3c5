package io.fleetgram.agent.store;

import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.shared.StateHash;
import java.util.List;

/**
 * A desired state as this node holds it.
 *
 * @param version the fleet's version that it is, or was unchanged in; 0 while nothing came yet
 * @param hash computed from the very bytes that are held
 */
public record HeldState(long version, StateHash hash, List<EntryBytes> entries) {

    public HeldState {
        entries = List.copyOf(entries);
    }
}
