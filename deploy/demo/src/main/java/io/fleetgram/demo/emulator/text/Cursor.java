package io.fleetgram.demo.emulator.text;

import java.nio.charset.StandardCharsets;

/** A place in a text that is being read; past the end it reads {@link #END}. */
final class Cursor {

    /** What is read past the end; counts as a blank, as it does on the server. */
    static final char END = '\0';

    private final String text;
    private int position;

    Cursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    char peek() {
        return atEnd() ? END : text.charAt(position);
    }

    boolean atBlank() {
        return switch (peek()) {
            case ' ', '\t', '\r', '\n', '\u000b', END -> true;
            default -> false;
        };
    }

    char next() {
        char read = peek();
        position++;
        return read;
    }

    void skipBlanks() {
        while (!atEnd() && atBlank()) {
            position++;
        }
    }

    int position() {
        return position;
    }

    void moveTo(int to) {
        position = to;
    }

    String from(int start) {
        return text.substring(start, Math.min(position, text.length()));
    }

    /** Errors name places by byte in UTF-8. */
    int byteOffset(int at) {
        return text.substring(0, Math.min(at, text.length())).getBytes(StandardCharsets.UTF_8).length;
    }
}
