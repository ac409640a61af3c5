package io.fleetgram.bot.traffic;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cursors and booked bytes, as they are kept. All but {@link #position} are called inside one write transaction. */
public interface TrafficLedger {

    /**
     * The last batch of an epoch that was booked.
     *
     * @param sequence 0 before the first
     */
    record Cursor(long node, long sequence, SealedBatch.Digest digest, int reportedHour) {}

    /**
     * Locks the epoch's cursor and writes it, so that whoever commits after this has the state it read on disk. Its
     * {@code reportedHour} is the latest of all epochs of the node that is not after {@code at}, or the hour of the node's
     * addition.
     *
     * @throws IllegalArgumentException if there never was such a node
     */
    Cursor claim(String nodeKey, SealedBatch.Epoch epoch, Instant at);

    /** Returns the owners of those keys that ever had one. */
    Map<String, Booking.Owner> owners(Collection<String> userKeys);

    /** Adds what went through outbounds. */
    void bookOutbounds(Cursor cursor, List<OutboundCell> cells);

    /** Adds the bytes of accounts, then moves the cursor. */
    void book(Cursor cursor, SealedBatch batch, Booking booking, Instant at);

    /** Returns the number of the last booked batch of an epoch. */
    Optional<Long> position(String nodeKey, SealedBatch.Epoch epoch);
}
