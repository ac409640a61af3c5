package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.View;

/** A message for a chat, before it has a place in the outbox. */
public sealed interface Outgoing {

    View view();

    /**
     * The chat's screen; newer ones replace older ones that still wait.
     *
     * @param address what the chat shows once this is sent; empty if it cannot be drawn again
     * @param below as a new message, because something was written since the last screen
     */
    record Screen(View view, String address, boolean below) implements Outgoing {}

    /** A message that is kept, cannot be forwarded, and whose words the outbox forgets once it is sent. */
    record Secret(View view) implements Outgoing {}

    record Alert(View view) implements Outgoing {}

    record Notice(View view) implements Outgoing {}

    record Report(View view) implements Outgoing {}
}
