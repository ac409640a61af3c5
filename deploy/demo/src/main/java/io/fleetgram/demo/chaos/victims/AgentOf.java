package io.fleetgram.demo.chaos.victims;

import io.fleetgram.demo.stack.NodeProcess;

/** A node's agent; it serves again when it has read the core's counters once. */
public record AgentOf(NodeProcess node, String name) implements Mortal {

    @Override
    public void kill() {
        node.kill();
    }

    @Override
    public void launch() {
        node.launch();
    }

    @Override
    public boolean isAlive() {
        return node.isAlive();
    }

    @Override
    public boolean serves() {
        return node.readingAge().isPresent();
    }
}
