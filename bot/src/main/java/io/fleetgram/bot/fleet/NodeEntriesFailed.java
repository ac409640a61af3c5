package io.fleetgram.bot.fleet;

import java.util.List;

/**
 * Event, published after the commit: entries that had not failed on a node before are set aside there, and the others served.
 *
 * @param failed at least one; none of those that its core cannot run at all
 */
public record NodeEntriesFailed(NodeKey node, String name, List<StatusReport.Failure> failed) {

    public NodeEntriesFailed {
        failed = List.copyOf(failed);
    }
}
