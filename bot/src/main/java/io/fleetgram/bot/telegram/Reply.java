package io.fleetgram.bot.telegram;

/** What the chat shows after an act or a dialog. */
public sealed interface Reply {

    /** Opens a screen in place of the present one. */
    record Show(Address address) implements Reply {}

    /** Opens a screen with a line above it, which stays until the person asks for a screen again. */
    record ShowWith(Address address, String line) implements Reply {}

    /** Shows this in place of the present screen. */
    record Present(View view) implements Reply {}

    /**
     * Sends a message of its own, which cannot be forwarded, below which the screen follows again.
     *
     * @param view with the secret
     * @param then the screen that follows
     */
    record Secret(View view, Address then) implements Reply {}

    /**
     * Sends a file as a message of its own, below which the screen follows again.
     *
     * @param view with the file
     * @param then the screen that follows
     */
    record File(View view, Address then) implements Reply {}

    /** Nothing happened; says why in words that tell what to do next. */
    record Refused(String why, Address back) implements Reply {}
}
