package io.fleetgram.demo.emulator.text;

import java.util.Locale;
import java.util.Set;

/**
 * A start tag and what its attributes say.
 *
 * @param name in lower case
 * @param argument the one attribute that matters to this tag: link, language, class behind {@code tg-}, emoji id,
 *     {@code 1} for expandable, format of a time; else empty
 * @param unixTime of {@code tg-time}, else 0
 */
record StartTag(String name, String argument, long unixTime) {

    private static final Set<String> KNOWN = Set.of(
            "a",
            "b",
            "strong",
            "i",
            "em",
            "s",
            "strike",
            "del",
            "u",
            "ins",
            "tg-spoiler",
            "tg-emoji",
            "tg-time",
            "span",
            "pre",
            "code",
            "blockquote");

    /** Reads a tag; the cursor stands behind its {@code <}, and afterwards behind its {@code >}. */
    static StartTag read(Cursor cursor) throws MalformedText {
        int start = cursor.position();
        int begin = cursor.byteOffset(start - 1);
        while (!cursor.atBlank() && cursor.peek() != '>') {
            cursor.next();
        }
        if (cursor.atEnd()) {
            throw new MalformedText("Unclosed start tag at byte offset " + begin);
        }
        var name = cursor.from(start).toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(name)) {
            throw new MalformedText("Unsupported start tag \"" + name + "\" at byte offset " + begin);
        }
        var tag = new StartTag(name, "", 0);
        while (cursor.peek() != '>') {
            cursor.skipBlanks();
            if (cursor.peek() != '>') {
                tag = tag.with(Attribute.read(cursor, name, begin));
            }
        }
        cursor.next();
        if (name.equals("span") && !tag.argument.equals("spoiler")) {
            throw new MalformedText("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + begin);
        }
        return tag;
    }

    private StartTag with(Attribute attribute) {
        var value = attribute.value();
        return switch (name + " " + attribute.name()) {
            case "a href", "tg-emoji emoji-id", "tg-time format" -> argument(value);
            case "code class" -> value.startsWith("language-") ? argument(value.substring(9)) : this;
            case "span class" -> value.startsWith("tg-") ? argument(value.substring(3)) : this;
            case "blockquote expandable" -> argument("1");
            case "tg-time unix" -> new StartTag(name, argument, value.matches("\\d{1,10}") ? Long.parseLong(value) : 0);
            default -> this;
        };
    }

    private StartTag argument(String value) {
        return new StartTag(name, value, unixTime);
    }
}
