package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;
import java.util.Optional;

/** A message for a chat, before it has a place in the outbox. */
public sealed interface Outgoing {

    View view();

    /**
     * The chat's screen; newer ones replace older ones that still wait.
     *
     * @param address what the chat shows once this is sent; empty if it cannot be drawn again
     * @param below as a new message, because something was written since the last screen
     * @param line what stands above it, in the view's text too: kept while the screen draws itself again, gone when a person
     *     asks for a screen
     */
    record Screen(View view, String address, boolean below, Optional<Html> line) implements Outgoing {

        public Screen(View view, String address, boolean below) {
            this(view, address, below, Optional.empty());
        }

        /** Returns this screen with a line above it. */
        public Screen under(Html words) {
            var text = words.plus(new Html("\n\n")).plus(view.text());
            return new Screen(new View(text, view.rows(), view.picture()), address, below, Optional.of(words));
        }
    }

    /** A message that is kept, cannot be forwarded, and whose words the outbox forgets once it is sent. */
    record Secret(View view) implements Outgoing {}

    record Alert(View view) implements Outgoing {}

    record Notice(View view) implements Outgoing {}

    record Report(View view) implements Outgoing {}
}
