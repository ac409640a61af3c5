package io.fleetgram.agent.controller;

import io.fleetgram.agent.store.StateProof;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One long poll.
 *
 * @param stored what this node holds
 * @param longest how long the controller may hold the answer back while nothing changes
 * @param run names this start of the agent
 * @param epochs those whose cursors are wanted
 * @param commands ids of those that are here already
 */
public record PollQuestion(StateProof stored, Duration longest, Epoch run, List<Epoch> epochs, Set<String> commands) {

    public PollQuestion {
        epochs = List.copyOf(epochs);
        commands = Set.copyOf(commands);
    }
}
