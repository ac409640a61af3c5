package io.fleetgram.bot.fleet;

/** Event, published after the commit: a node's attempts to take its desired state failed five times in a row. */
public record NodeSyncFailing(NodeKey node, String name, String why) {}
