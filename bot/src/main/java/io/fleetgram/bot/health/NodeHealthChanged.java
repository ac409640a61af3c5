package io.fleetgram.bot.health;

import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeVerdict;
import java.time.Duration;
import java.util.Optional;

/**
 * Event, published after the commit: the verdict on a node is another, or its first.
 *
 * @param lasted how long the verdict before lasted
 */
public record NodeHealthChanged(
        NodeKey node, String name, Optional<NodeVerdict> before, NodeVerdict verdict, String reason, Duration lasted) {}
