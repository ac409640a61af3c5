package io.fleetgram.bot.telegram;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Names a screen or an act with its arguments; what a button's callback data holds.
 *
 * <p>The text form is {@code name:argument:argument}, at most 64 bytes (Bot API, InlineKeyboardButton.callback_data).
 *
 * @param name of the screen or act, unique in the product
 * @param arguments without colons
 */
public record Address(String name, List<String> arguments) {

    /** The screen that /start opens and that every screen's last row leads to. */
    public static final Address HOME = new Address("home", List.of());

    /** Longest callback data of the Bot API. */
    public static final int MAX_BYTES = 64;

    public Address {
        arguments = List.copyOf(arguments);
        for (var argument : arguments) {
            if (argument.indexOf(':') >= 0) {
                throw new IllegalArgumentException("an argument must not contain a colon: " + argument);
            }
        }
    }

    public static Address of(String name, Object... arguments) {
        return new Address(
                name, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** Returns as much of a typed text as fits into some bytes of an address; colons become blanks. */
    public static String argumentOf(String typed, int bytes) {
        var argument = new StringBuilder();
        int left = bytes;
        for (int point : typed.strip().replace(':', ' ').codePoints().toArray()) {
            left -= Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (left < 0) {
                break;
            }
            argument.appendCodePoint(point);
        }
        return argument.toString();
    }

    /** Reads what {@link #text} wrote; any text is an address, though perhaps of nothing. */
    public static Address parse(String text) {
        var parts = List.of(text.split(":", -1));
        return new Address(parts.getFirst(), parts.subList(1, parts.size()));
    }

    /**
     * Returns the callback data.
     *
     * @throws IllegalStateException if it does not fit into 64 bytes
     */
    public String text() {
        var text = arguments.isEmpty() ? name : name + ":" + String.join(":", arguments);
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalStateException("callback data over 64 bytes: " + text);
        }
        return text;
    }

    /** Returns an argument, or an empty text if there are fewer. */
    public String argument(int index) {
        return index < arguments.size() ? arguments.get(index) : "";
    }

    /** Returns an argument as a page or other small number; 0 if it is missing or none. */
    public int number(int index) {
        var text = argument(index);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
