package io.fleetgram.bot.fleet;

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

    @Override
    public int compareTo(NodeKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
