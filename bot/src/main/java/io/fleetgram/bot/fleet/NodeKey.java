package io.fleetgram.bot.fleet;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a node for all time.
 *
 * @param text 1 to 24 lower-case letters and digits, random and never used again
 */
public record NodeKey(String text) implements Comparable<NodeKey> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,24}");

    public NodeKey {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a node key is 1 to 24 lower-case letters and digits, not: " + text);
        }
    }

    /** Returns the key if the text has the form of one. */
    public static Optional<NodeKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new NodeKey(text)) : Optional.empty();
    }

    @Override
    public int compareTo(NodeKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
