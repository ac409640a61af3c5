package io.fleetgram.demo.emulator.chat;

/**
 * A message in a chat.
 *
 * @param id unique within a supergroup; private chats and basic groups share one row of ids
 * @param from id of the person or bot that sent it
 * @param date Unix seconds
 * @param editDate Unix seconds, 0 if never edited
 * @param edits how often it was edited
 * @param thread the forum topic, 0 for none
 * @param replyTo id of the message it answers, 0 for none
 * @param forwardedFrom id of the original sender, 0 for none
 * @param changed number of the event that last touched it
 */
public record Message(
        long chat,
        int id,
        long from,
        long date,
        long editDate,
        int edits,
        int thread,
        int replyTo,
        long forwardedFrom,
        Content content,
        InlineKeyboard keyboard,
        boolean protectedContent,
        long changed) {

    /** The same message after an edit at {@code at}, in Unix seconds. */
    public Message edited(Content newContent, InlineKeyboard newKeyboard, long at) {
        return new Message(
                chat,
                id,
                from,
                date,
                at,
                edits + 1,
                thread,
                replyTo,
                forwardedFrom,
                newContent,
                newKeyboard,
                protectedContent,
                changed);
    }

    Message touched(long event) {
        return new Message(
                chat,
                id,
                from,
                date,
                editDate,
                edits,
                thread,
                replyTo,
                forwardedFrom,
                content,
                keyboard,
                protectedContent,
                event);
    }
}
