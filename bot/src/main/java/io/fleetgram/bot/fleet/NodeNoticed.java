package io.fleetgram.bot.fleet;

/** Event, published after the commit: a node told something of itself that it had not told before. */
public record NodeNoticed(NodeKey node, String name, NodeNotice notice) {}
