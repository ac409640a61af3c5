package io.fleetgram.agent.core;

/**
 * What an operator may have done to the core by hand.
 *
 * <p>Every call waits for the convergence that is under way, blocks until the core has started or ended, and may come from
 * any thread.
 */
public interface CoreOrders {

    /** How an order ended. */
    sealed interface Outcome {

        record Done() implements Outcome {}

        /** It was not, or not wholly, carried out; says what stands in the way and what to do. */
        record NotDone(String why) implements Outcome {}
    }

    /** Stops the core, its counters read before, and keeps it stopped over restarts of agent and machine. */
    Outcome stop(String why);

    /** Starts the core, if it does not run, and keeps it running from now on. */
    Outcome start();

    /** Stops the core, its counters read before, and starts it again; it is kept running from now on. */
    Outcome restart(String why);
}
