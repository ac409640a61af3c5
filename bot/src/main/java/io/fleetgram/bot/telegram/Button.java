package io.fleetgram.bot.telegram;

/** A button under a screen (Bot API, InlineKeyboardButton). */
public sealed interface Button {

    String label();

    /** How the button is coloured where the client can (Bot API 9.4, style). */
    enum Style {
        PLAIN,
        PRIMARY,
        SUCCESS,
        DANGER
    }

    /** Opens a screen, or does an act. */
    record Go(String label, Address to, Style style) implements Button {}

    /** Copies a text of 1 to 256 characters (Bot API, CopyTextButton). */
    record Copy(String label, String text) implements Button {}

    record Link(String label, String url) implements Button {}

    static Button to(String label, Address to) {
        return new Go(label, to, Style.PLAIN);
    }

    static Button danger(String label, Address to) {
        return new Go(label, to, Style.DANGER);
    }

    static Button success(String label, Address to) {
        return new Go(label, to, Style.SUCCESS);
    }
}
