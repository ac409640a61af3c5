package io.fleetgram.bot.fleet;

import java.time.Instant;

/**
 * Something that a node found its operators should know.
 *
 * @param kind a short name, such as {@code drift} or {@code core-restarted}
 */
public record NodeNotice(Instant at, String kind, String text) {}
