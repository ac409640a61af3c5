package io.fleetgram.bot.fleet;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a command for all time.
 *
 * @param text 1 to 24 lower-case letters and digits, random and never used again
 */
public record CommandKey(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,24}");

    public CommandKey {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a command's key is 1 to 24 lower-case letters and digits, not: " + text);
        }
    }

    /** Returns the key if the text has the form of one. */
    public static Optional<CommandKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CommandKey(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
