package io.fleetgram.agent.controller;

import java.time.Instant;

/**
 * Something that an operator should know.
 *
 * @param kind a short name, such as {@code counter-fell}
 */
public record Notice(Instant at, String kind, String text) {}
