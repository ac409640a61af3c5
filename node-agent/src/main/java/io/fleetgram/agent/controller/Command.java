package io.fleetgram.agent.controller;

/**
 * Something that an operator asks of this node, once.
 *
 * @param id names it for all time; lower-case letters and digits
 * @param trace the trace id under which it was asked for
 */
public record Command(String id, String trace, Order order) {}
