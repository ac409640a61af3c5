package io.fleetgram.agent.controller;

import java.time.Instant;
import java.util.List;

/**
 * The answer to a poll.
 *
 * @param controllerTime the controller's clock as it began to answer
 * @param cursors of the epochs that were asked for and that the controller knows
 */
public record PollReply(StateChange change, Instant controllerTime, List<Cursor> cursors) {

    public PollReply {
        cursors = List.copyOf(cursors);
    }
}
