package io.fleetgram.bot.health;

import java.time.Duration;

/** What became of one attempt to connect to a port, as a user's client would. */
public sealed interface PortOutcome {

    /** The handshake of TCP was done after this time. */
    record Open(Duration took) implements PortOutcome {}

    /** It was not; {@code why} is a few words, such as {@code refused} or {@code no answer in 10 s}. */
    record Closed(String why) implements PortOutcome {}
}
