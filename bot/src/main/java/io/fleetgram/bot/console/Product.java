package io.fleetgram.bot.console;

/**
 * What this controller was built from.
 *
 * @param version such as {@code 0.1.0}
 */
public record Product(String version) {}
