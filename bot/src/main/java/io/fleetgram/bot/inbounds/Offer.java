package io.fleetgram.bot.inbounds;

/** Where an inbound is offered. */
public sealed interface Offer {

    /** On every node there is and will be. */
    record Everywhere() implements Offer {}

    /** On one node. */
    record OnNode(String nodeKey) implements Offer {}
}
