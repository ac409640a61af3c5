package io.fleetgram.agent.controller;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Whoever needs to know how far the controller has come with this node's batches. */
public interface CursorKeeper {

    /** Says whether sending waits for cursors, so that the next poll should be answered at once. */
    boolean waitsForCursors();

    /** Returns the epochs to ask about with the next poll; none while cursors are known. */
    List<Epoch> epochsToAskFor() throws IOException;

    /** Takes over the cursors of every epoch that was asked for. */
    void cursors(Collection<Cursor> cursors);

    /** Notes that the controller was away: it may come back with less than it had. */
    void forgetCursors();
}
