package io.fleetgram.bot.telegram.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is remembered of each chat. Every write joins the open transaction. */
public interface Chats {

    Optional<Chat> find(long chatId);

    /** Notes that somebody was here just now: the chat is alive, and speaks this language unless one was chosen. */
    void seen(Place place, Person person, Instant now);

    /** Notes that a person without rights was answered here. */
    void strangerTold(long chatId, Instant now);

    /** Notes what the chat's live screen is now. */
    void showing(long chatId, Optional<Long> messageId, String address, boolean picture, Instant now);

    /** Notes that nothing can be sent there until somebody writes again. */
    void dead(long chatId, String why, Instant now);

    /** Moves everything known of a group to the id it has as a supergroup. */
    void migrated(long from, long to);

    /** Private chats that are alive. */
    List<Chat> withPersons();

    /**
     * Chats whose live screen, or the one on its way to them, has this address or one that begins with it, where somebody was
     * active since then.
     */
    List<Chat> showing(String address, Instant activeSince);
}
