package io.fleetgram.bot.inbounds;

/**
 * Names an inbound for ever; the second half of the core's e-mail of its users.
 *
 * @param text random lower-case letters and digits, never used again
 */
public record InboundKey(String text) {

    @Override
    public String toString() {
        return text;
    }
}
