package io.fleetgram.bot.traffic;

import io.fleetgram.bot.fleet.NodeKey;

/**
 * What one account used on one node.
 *
 * @param nodeName as it is now, or was when the node was deleted
 */
public record NodeUsage(NodeKey node, String nodeName, Amount amount) {}
