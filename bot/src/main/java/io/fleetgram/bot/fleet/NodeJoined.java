package io.fleetgram.bot.fleet;

/** Event, published after the commit: a node reported for the first time with an answering core. */
public record NodeJoined(NodeKey node, String name) {}
