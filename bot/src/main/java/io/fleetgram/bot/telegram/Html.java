package io.fleetgram.bot.telegram;

/**
 * Text in Telegram's HTML parse mode that is safe to send: whatever came from outside was escaped on the way in.
 *
 * @param markup as the Bot API takes it with {@code parse_mode=HTML}
 */
public record Html(String markup) {

    public static final Html EMPTY = new Html("");

    /** Escapes text from outside. */
    public static Html text(String text) {
        return new Html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** A name or value that a person copies by tapping it. */
    public static Html code(String text) {
        return new Html("<code>" + text(text).markup + "</code>");
    }

    public static Html bold(String text) {
        return new Html("<b>" + text(text).markup + "</b>");
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
