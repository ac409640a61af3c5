package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Lease;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Updates that were received and must each be acted on once. */
public interface Inbox {

    /** How often an update is tried before its sender is told that it failed. */
    int TRIES = 3;

    /** An open update, the oldest of its chat. */
    record Item(long position, long chatId, String body, int tries, boolean acted) {}

    /**
     * Keeps a batch under the next positions, in a transaction of its own that the lease fences.
     *
     * @return the update ids that were new
     * @throws Lease.Lost if another process receives updates now
     */
    Collection<Long> receive(Lease lease, long botId, List<ReceivedUpdate> batch);

    /** Returns chats that have open updates, those waiting longest first. */
    List<Long> openChats(int limit);

    /** Takes the oldest open update of a chat and counts the try. */
    Optional<Item> claim(Lease lease, long chatId);

    /**
     * Notes in the open transaction that the change which the update asked for is made.
     *
     * @throws Lease.Lost if another process works on the inbox now, or has acted on this update
     */
    void acted(Lease lease, Item item);

    /** Notes in the open transaction that the update is answered; {@code outcome} is cut to 200 characters. */
    void done(Lease lease, Item item, String outcome);

    /** Forgets answered updates received before then; returns how many. */
    int purge(Instant before, int limit);
}
