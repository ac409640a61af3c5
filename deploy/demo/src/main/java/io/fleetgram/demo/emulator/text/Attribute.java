package io.fleetgram.demo.emulator.text;

import java.util.Locale;

/** One attribute of a start tag; without a value, its value is empty. */
record Attribute(String name, String value) {

    /** Reads an attribute; the errors name the tag and the byte at which it begins. */
    static Attribute read(Cursor cursor, String tag, int tagBegin) throws MalformedText {
        int start = cursor.position();
        while (!cursor.atBlank() && "=>/\"'".indexOf(cursor.peek()) < 0) {
            cursor.next();
        }
        var name = cursor.from(start);
        if (name.isEmpty()) {
            throw new MalformedText("Empty attribute name in the tag \"" + tag + "\" at byte offset " + tagBegin);
        }
        cursor.skipBlanks();
        if (cursor.peek() == '=') {
            cursor.next();
            cursor.skipBlanks();
            refuseEnd(cursor, " \"" + tag + "\"", tagBegin);
            var value = value(cursor);
            refuseEnd(cursor, "", tagBegin);
            return new Attribute(name, value);
        }
        refuseEnd(cursor, " \"" + tag + "\"", tagBegin);
        return new Attribute(name, "");
    }

    private static void refuseEnd(Cursor cursor, String tag, int tagBegin) throws MalformedText {
        if (cursor.atEnd()) {
            throw new MalformedText("Unclosed start tag" + tag + " at byte offset " + tagBegin);
        }
    }

    private static String value(Cursor cursor) throws MalformedText {
        char first = cursor.peek();
        return first == '"' || first == '\'' ? quoted(cursor) : token(cursor);
    }

    private static String quoted(Cursor cursor) {
        char quote = cursor.next();
        var value = new StringBuilder();
        while (!cursor.atEnd() && cursor.peek() != quote) {
            int code = CharacterReference.read(cursor);
            if (code == 0) {
                value.append(cursor.next());
            } else {
                value.appendCodePoint(code);
            }
        }
        if (cursor.peek() == quote) {
            cursor.next();
        }
        return value.toString();
    }

    private static String token(Cursor cursor) throws MalformedText {
        int start = cursor.position();
        while (isTokenCharacter(cursor.peek())) {
            cursor.next();
        }
        if (!cursor.atBlank() && cursor.peek() != '>') {
            throw new MalformedText("Unexpected end of name token at byte offset " + cursor.byteOffset(start));
        }
        return cursor.from(start).toLowerCase(Locale.ROOT);
    }

    private static boolean isTokenCharacter(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '.' || c == '-';
    }
}
