package io.fleetgram.bot.alerts;

/**
 * Something that happened and that operators should know.
 *
 * @param node the key of the node that it happened to; {@link #NO_NODE} if it happened to the whole fleet
 * @param detail a sentence
 */
public record Alert(AlertKind kind, String node, String detail) {

    public static final String NO_NODE = "";
}
