package io.fleetgram.agent.controller;

/** What a command tells this node to do. */
public sealed interface Order {

    /** Starts the core and forgets that it was stopped. */
    record CoreStart() implements Order {}

    /** Stops the core, which then stays stopped until it is started again. */
    record CoreStop() implements Order {}

    record CoreRestart() implements Order {}

    /** Reads the last lines that the core wrote. */
    record Logs(int lines) implements Order {}

    /** Reads the configuration that the core runs with, without its secrets. */
    record Configuration() implements Order {}

    /** Reads what core and machine say of themselves. */
    record Statistics() implements Order {}

    /** Reads the core's users again and brings it to the stored state; never restarts it. */
    record Resync() implements Order {}

    /** An order of a newer controller, which this agent does not know. */
    record Unknown() implements Order {}
}
