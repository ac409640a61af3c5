package io.fleetgram.demo.emulator.text;

/** Reads character references of HTML: four names and every number; all else stands for itself. */
final class CharacterReference {
    private static final int LONGEST = 10;

    private CharacterReference() {}

    /**
     * Reads a reference if one begins at the cursor, and moves behind it, its optional semicolon included.
     *
     * @return the code point, or 0 with the cursor unmoved
     */
    static int read(Cursor cursor) {
        int start = cursor.position();
        if (cursor.next() != '&') {
            cursor.moveTo(start);
            return 0;
        }
        int code = cursor.peek() == '#' ? number(cursor, start) : name(cursor);
        if (code == 0) {
            cursor.moveTo(start);
            return 0;
        }
        if (cursor.peek() == ';') {
            cursor.next();
        }
        return code;
    }

    private static int number(Cursor cursor, int start) {
        cursor.next();
        int radix = 10;
        if (cursor.peek() == 'x') {
            cursor.next();
            radix = 16;
        }
        long code = 0;
        while (isDigit(cursor.peek(), radix) && cursor.position() - start <= LONGEST) {
            code = code * radix + Character.digit(cursor.next(), radix);
        }
        return code >= 0x10ffff || cursor.position() - start >= LONGEST ? 0 : (int) code;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 128 && Character.digit(c, radix) >= 0;
    }

    private static int name(Cursor cursor) {
        int start = cursor.position();
        while (isLetter(cursor.peek())) {
            cursor.next();
        }
        return switch (cursor.from(start)) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            default -> 0;
        };
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
