package io.fleetgram.demo.emulator.chat;

/**
 * Something a page may want to show.
 *
 * @param number larger than that of every earlier event, also of earlier runs
 * @param message the message concerned, or 0
 * @param user the person concerned, or 0
 * @param text the toast of {@code ANSWERED}, the action of {@code TYPING}, the button's data of {@code TAPPED}; else empty
 * @param alert the toast must be closed by hand
 */
public record Event(long number, Kind kind, long chat, int message, long user, String text, boolean alert) {

    /** What happened. */
    public enum Kind {
        /** A message came. */
        MESSAGE,
        /** A message was edited. */
        EDITED,
        /** A message was deleted. */
        DELETED,
        /** Somebody tapped a button, and the bot was asked. */
        TAPPED,
        /** The bot answered a tap; only the person who tapped sees it. */
        ANSWERED,
        /** The bot shows that it is at work, for five seconds or until its next message. */
        TYPING,
        /** Pinned messages changed. */
        PINNED,
        /** People, groups or topics changed. */
        CHATS,
        /** The bot's name, descriptions or commands changed. */
        BOT,
        /** The keyboard in place of the phone's own changed. */
        REPLY_KEYBOARD
    }

    static Event of(Kind kind, long chat) {
        return new Event(0, kind, chat, 0, 0, "", false);
    }

    Event message(int newMessage) {
        return new Event(number, kind, chat, newMessage, user, text, alert);
    }

    Event user(long newUser) {
        return new Event(number, kind, chat, message, newUser, text, alert);
    }

    Event text(String newText) {
        return new Event(number, kind, chat, message, user, newText, alert);
    }

    Event alert(boolean newAlert) {
        return new Event(number, kind, chat, message, user, text, newAlert);
    }

    Event numbered(long newNumber) {
        return new Event(newNumber, kind, chat, message, user, text, alert);
    }
}
