package io.fleetgram.agent.controller;

/** What the poll loop tells the rest of the agent. */
public interface PollEvents {

    /** Another desired state is stored and waits to be applied. */
    void stateStored();

    /** Commands came in and are on disk. */
    void commandsCame();

    /** The controller answers again, after it had not, or for the first time. */
    void controllerBack();

    /** The controller says that this node was deleted. */
    void removed(String why);
}
