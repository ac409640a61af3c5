package io.fleetgram.bot.fleet;

/** A node and what it last said of itself. */
public record NodeOverview(Node node, NodeStatus status) {

    public NodeCondition condition() {
        return NodeCondition.of(node.state(), status);
    }
}
