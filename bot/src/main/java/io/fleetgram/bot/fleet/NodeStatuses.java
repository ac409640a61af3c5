package io.fleetgram.bot.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What nodes last said of themselves, as it is kept. */
public interface NodeStatuses {

    /** A node that has not been heard of for a while. */
    record Silent(NodeKey node, String name, Instant since) {}

    /**
     * What is new in a report.
     *
     * @param silentSince since when the node had not been heard of, if it had been found silent
     * @param syncFailures in a row, as they were before
     * @param notices that it had not told before
     * @param failed entries that had not failed before
     */
    record News(
            Optional<Instant> silentSince,
            int syncFailures,
            List<NodeNotice> notices,
            List<StatusReport.Failure> failed) {

        public News {
            notices = List.copyOf(notices);
            failed = List.copyOf(failed);
        }
    }

    /** Replaces what was kept of a node, and returns what is new. */
    News replace(StatusReport report, Instant at);

    /** Moves a pending node to joined; returns false if it was not pending any more. */
    boolean join(NodeKey node, Instant at);

    /** Marks joined nodes silent whose last heartbeat is older than a moment, and returns those newly marked. */
    List<Silent> markSilent(Instant heardBefore);

    /** Forgets notices from before a moment; returns how many. */
    int purgeNotices(Instant before);
}
