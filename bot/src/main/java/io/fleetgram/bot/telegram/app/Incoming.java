package io.fleetgram.bot.telegram.app;

/** What an update says, as far as the bot listens. */
public sealed interface Incoming {

    /**
     * A button was tapped.
     *
     * @param messageId of the message under which the button is
     */
    record Tap(Place place, Person person, long messageId, String data) implements Incoming {}

    /** A text was written. */
    record Typed(Place place, Person person, String text) implements Incoming {}

    /** The bot was blocked in, or removed from, a chat. */
    record ChatLost(long chatId) implements Incoming {}

    /** Nothing that the bot listens to. */
    record Ignored() implements Incoming {}
}
