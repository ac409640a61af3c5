package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages that wait to be sent, in order per chat. */
public interface Outbox {

    /** A message being sent. */
    record Item(long id, long chatId, int tries, Outgoing message) {}

    /** A chat with waiting messages and when the first of them may go. */
    record Due(long chatId, Instant notBefore) {}

    /** Appends to the chat's queue in the open transaction. Nothing is kept for a dead chat. */
    void put(long chatId, Outgoing message, Instant now);

    /**
     * Puts a screen, unless the chat has moved on: it shows, or will show, another address than this screen's. The line above
     * the screen that it replaces stays.
     */
    void redraw(long chatId, Outgoing.Screen screen, Instant now);

    /** Chats with waiting messages, those due longest first. */
    List<Due> due(int limit);

    /** Marks the first waiting message of a chat as being sent and returns it, if it may go now. */
    Optional<Item> claim(Lease lease, long chatId, Instant now);

    /**
     * Lets wait again what was claimed for a chat by a claim whose answer was lost. Call it only while nothing of this chat
     * is being sent: then nothing of it was sent.
     *
     * @return how many were found
     */
    int unclaim(Lease lease, long chatId, Instant now);

    /** Ends an item in the open transaction, as sent. */
    void sent(Item item, Optional<Long> messageId, Instant now);

    /** Ends an item in the open transaction: it will not be sent, or nobody knows whether it was. */
    void closed(Item item, Closed how, String why);

    /** Lets an item wait again, in the open transaction. */
    void again(Item item, Instant notBefore, String why);

    /** Ends in the open transaction all that waits for a chat which has become unreachable. */
    void closeAll(long chatId, String why);

    /**
     * After a crash: what a dead process was sending waits again or is closed as unknown, by its kind.
     *
     * @return how many were found
     */
    int recover(Lease lease, Instant now);

    /** Forgets ended messages made before then; returns how many. */
    int purge(Instant before, int limit);

    /** How an item ends that was not sent. */
    enum Closed {
        FAILED,
        UNKNOWN
    }
}
