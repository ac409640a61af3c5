package io.fleetgram.demo.chaos.victims;

import io.fleetgram.demo.stack.NodeProcess;
import java.util.function.BooleanSupplier;

/**
 * A node's core, which its agent starts again.
 *
 * @param served whether a user was served since the kill
 */
public record CoreOf(NodeProcess node, String name, BooleanSupplier served) implements Mortal {

    @Override
    public void kill() {
        node.killCore();
    }

    @Override
    public void launch() {
        // The agent does.
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public boolean serves() {
        return served.getAsBoolean();
    }
}
