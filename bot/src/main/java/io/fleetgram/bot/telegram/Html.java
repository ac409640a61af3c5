package io.fleetgram.bot.telegram;

/**
 * Text in Telegram's HTML parse mode that is safe to send: whatever came from outside was escaped on the way in.
 *
 * @param markup as the Bot API takes it with {@code parse_mode=HTML}
 */
public record Html(String markup) {

    public static final Html EMPTY = new Html("");

    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_DIRECTIONAL_ISOLATE = "\u2069";

    /** Escapes text from outside, and keeps what is written from right to left from turning what stands beside it. */
    public static Html text(String text) {
        return isolated(text, escaped(text));
    }

    /** A name or value that a person copies by tapping it. */
    public static Html code(String text) {
        return isolated(text, "<code>" + escaped(text) + "</code>");
    }

    public static Html bold(String text) {
        return isolated(text, "<b>" + escaped(text) + "</b>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The isolates (UAX #9) stand outside the markup, so that a tap copies none of them. */
    private static Html isolated(String text, String markup) {
        return new Html(
                text.codePoints().anyMatch(Html::isRightToLeft)
                        ? FIRST_STRONG_ISOLATE + markup + POP_DIRECTIONAL_ISOLATE
                        : markup);
    }

    private static boolean isRightToLeft(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }

    public Html plus(Html more) {
        return new Html(markup + more.markup);
    }

    /** Returns the text as a reader sees it, without markup. */
    public String stripped() {
        return markup.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    @Override
    public String toString() {
        return markup;
    }
}
