package io.fleetgram.demo.chaos.victims;

import io.fleetgram.demo.stack.Stack;

/** The stack's controller; it serves again when it says that it can do its work. */
public record ControllerOf(Stack stack) implements Mortal {

    @Override
    public String name() {
        return "controller";
    }

    @Override
    public void kill() {
        stack.controller().kill();
    }

    @Override
    public void launch() {
        stack.controller().launch();
    }

    @Override
    public boolean isAlive() {
        return stack.controller().isAlive();
    }

    @Override
    public boolean serves() {
        return stack.controller().serves();
    }
}
