package io.fleetgram.bot.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What nodes last said of themselves, as it is kept. */
public interface NodeStatuses {

    /** A node that has not been heard of for a while. */
    record Silent(NodeKey node, String name, Instant since) {}

    /**
     * What was kept of a node before its report.
     *
     * @param syncFailures in a row
     */
    record Before(Optional<Instant> silentSince, int syncFailures) {

        public static final Before NOTHING = new Before(Optional.empty(), 0);
    }

    /** Replaces what was kept of a node, and returns what that was. */
    Before replace(StatusReport report, Instant at);

    /** Moves a pending node to joined; returns false if it was not pending any more. */
    boolean join(NodeKey node, Instant at);

    /** Marks joined nodes silent whose last heartbeat is older than a moment, and returns those newly marked. */
    List<Silent> markSilent(Instant heardBefore);

    /** Forgets notices from before a moment; returns how many. */
    int purgeNotices(Instant before);
}
