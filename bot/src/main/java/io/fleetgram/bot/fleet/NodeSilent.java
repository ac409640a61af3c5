package io.fleetgram.bot.fleet;

import java.time.Instant;

/**
 * Event, published after the commit: no report of a node came in time.
 *
 * @param since its last heartbeat
 */
public record NodeSilent(NodeKey node, String name, Instant since) {}
