package io.fleetgram.agent.controller;

import java.time.Instant;
import java.util.List;

/**
 * The answer to a poll.
 *
 * @param controllerTime the controller's clock as it began to answer
 * @param cursors of the epochs that were asked for and that the controller knows
 * @param commands for this node
 */
public record PollReply(StateChange change, Instant controllerTime, List<Cursor> cursors, List<Command> commands) {

    public PollReply {
        cursors = List.copyOf(cursors);
        commands = List.copyOf(commands);
    }
}
