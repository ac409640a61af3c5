package io.fleetgram.demo.chaos.victims;

/** Something that can be killed and comes back. */
public interface Mortal {

    /** What a person calls it. */
    String name();

    /** SIGKILL; returns when it is gone. */
    void kill();

    /** Starts it, unless it runs or somebody else starts it; does not wait until it serves. */
    void launch();

    boolean isAlive();

    /** Says whether it does its work again. */
    boolean serves();
}
