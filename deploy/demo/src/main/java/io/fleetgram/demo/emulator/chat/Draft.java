package io.fleetgram.demo.emulator.chat;

/** A message before it has an id and a date; see {@link Message}. */
public record Draft(
        long chat,
        long from,
        int thread,
        int replyTo,
        long forwardedFrom,
        Content content,
        InlineKeyboard keyboard,
        boolean protectedContent) {

    public Draft(long chat, long from, Content content) {
        this(chat, from, 0, 0, 0, content, InlineKeyboard.NONE, false);
    }

    public Draft inThread(int newThread, int newReplyTo) {
        return new Draft(chat, from, newThread, newReplyTo, forwardedFrom, content, keyboard, protectedContent);
    }
}
