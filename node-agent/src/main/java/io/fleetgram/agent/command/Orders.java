package io.fleetgram.agent.command;

import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.Order;

/** Carries orders out. */
@FunctionalInterface
public interface Orders {

    /** Blocks until it is done or has failed. */
    CommandWord.End carryOut(Order order);
}
