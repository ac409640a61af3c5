package io.fleetgram.bot.sync;

import java.time.Instant;

/** The end of the change log that nobody needs any more. */
public interface LogFloor {

    /**
     * Removes whole versions that are older than a moment, or further back than so many versions. Returns how many rows
     * went.
     */
    int raise(Instant writtenBefore, long versionsKept);
}
