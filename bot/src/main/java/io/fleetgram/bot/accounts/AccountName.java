package io.fleetgram.bot.accounts;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What operators call an account: one line of 1 to 64 characters, in any script.
 *
 * @param text in Unicode normal form C, without blanks around it
 */
public record AccountName(String text) {

    /** Longest name in characters (code points). */
    public static final int LONGEST = 64;

    private static final Pattern BLANKS_AROUND = Pattern.compile("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$");

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** What becomes of a text that shall be a name. */
    public sealed interface Checked {
        record Good(AccountName name) implements Checked {}

        record Bad(Fault fault) implements Checked {}
    }

    /** Why a text is no name. */
    public enum Fault {
        /** Nothing in it can be seen. */
        EMPTY,
        TOO_LONG,
        /** It has line breaks, or characters that hide or turn round what stands beside them. */
        INVISIBLE_CHARACTERS
    }

    /** Takes what a person typed; blanks around it do not count. */
    public static Checked check(String typed) {
        var text = BLANKS_AROUND
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceAll("");
        if (text.codePoints().noneMatch(AccountName::canBeSeen)) {
            return new Checked.Bad(Fault.EMPTY);
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return new Checked.Bad(Fault.TOO_LONG);
        }
        if (!text.codePoints().allMatch(AccountName::mayStand)) {
            return new Checked.Bad(Fault.INVISIBLE_CHARACTERS);
        }
        return new Checked.Good(new AccountName(text));
    }

    private static boolean mayStand(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            // Persian words and joined emoji need these two; all others hide, or turn the direction of the line.
            case Character.FORMAT -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    private static boolean canBeSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT ->
                false;
            default -> mayStand(character);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
