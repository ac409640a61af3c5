package io.fleetgram.bot.fleet;

/** Event, published after the commit: a command was asked for, or has come further. */
public record NodeCommandMoved(NodeKey node, CommandKey command, NodeCommandState state) {}
