package io.fleetgram.agent.controller;

import io.fleetgram.agent.store.SnapshotDraft;
import java.io.IOException;

/** Where a snapshot is written while it arrives. */
@FunctionalInterface
public interface Drafts {

    SnapshotDraft begin(long version) throws IOException;
}
