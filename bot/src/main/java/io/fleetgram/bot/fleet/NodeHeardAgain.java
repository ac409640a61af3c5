package io.fleetgram.bot.fleet;

import java.time.Instant;

/** Event, published after the commit: a silent node reported again. */
public record NodeHeardAgain(NodeKey node, String name, Instant silentSince) {}
