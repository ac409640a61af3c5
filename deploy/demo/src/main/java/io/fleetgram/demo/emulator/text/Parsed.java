package io.fleetgram.demo.emulator.text;

/** What came of reading marked-up text. */
public sealed interface Parsed {

    /** The markup was sound. */
    record Sound(FormattedText text) implements Parsed {}

    /**
     * The markup was not.
     *
     * @param reason in the server's words, e.g. {@code Unclosed start tag at byte offset 13}
     */
    record Malformed(String reason) implements Parsed {}
}
