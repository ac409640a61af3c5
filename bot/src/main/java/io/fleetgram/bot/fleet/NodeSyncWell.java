package io.fleetgram.bot.fleet;

/**
 * Event, published after the commit: a node that operators were told of takes its desired state again.
 *
 * @param failures that came before it, in a row
 */
public record NodeSyncWell(NodeKey node, String name, int failures) {}
