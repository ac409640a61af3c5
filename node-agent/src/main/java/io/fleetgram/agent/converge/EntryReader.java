package io.fleetgram.agent.converge;

import java.util.Collection;

/** Reads entries as they travel. */
public interface EntryReader {

    /** Never fails: what cannot be read is told in {@link Desired#unreadable}. */
    Desired read(Collection<EntryBytes> entries);
}
