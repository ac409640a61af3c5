package io.fleetgram.bot.alerts;

/**
 * Something that happened to a node and that its operators should know.
 *
 * @param node its key
 * @param detail a sentence
 */
public record Alert(AlertKind kind, String node, String detail) {}
