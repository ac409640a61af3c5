package io.fleetgram.bot.fleet;

/** Event, published after the commit: an operator deleted a node. */
public record NodeRemoved(NodeKey node, String name) {}
