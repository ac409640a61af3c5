package io.fleetgram.bot.platform;

/**
 * Ties a log line, an audit entry and a reply together.
 *
 * @param text 12 lower-case letters and digits
 */
public record TraceId(String text) {

    @Override
    public String toString() {
        return text;
    }
}
