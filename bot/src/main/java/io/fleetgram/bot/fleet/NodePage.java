package io.fleetgram.bot.fleet;

import java.util.List;

/**
 * Some of the nodes that a filter lets through, those with issues first, then by name.
 *
 * @param total how many there are on all pages
 */
public record NodePage(List<NodeOverview> nodes, int total) {

    public NodePage {
        nodes = List.copyOf(nodes);
    }
}
