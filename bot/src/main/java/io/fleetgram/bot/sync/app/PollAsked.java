package io.fleetgram.bot.sync.app;

import io.fleetgram.shared.StateHash;
import java.time.Duration;

/**
 * A poll as its agent sent it.
 *
 * @param atMost how long it wants to be parked
 * @param run names the agent's run; new at each start of it
 */
public record PollAsked(String node, long storedVersion, StateHash storedHash, Duration atMost, String run) {}
