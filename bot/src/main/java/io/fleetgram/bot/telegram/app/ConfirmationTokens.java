package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Address;
import java.time.Instant;
import java.util.Optional;

/** Single-use permissions to do one act, each given to one person for a short time. */
public interface ConfirmationTokens {

    /** What a token allows. */
    record Allowed(long personId, Address act, long rowVersion) {}

    /** Keeps a token in the open transaction. */
    void put(String token, Allowed allowed, Instant expires);

    /** Returns what a token allows, unless it was used, has expired, or was never given. */
    Optional<Allowed> find(String token, Instant now);

    /**
     * Uses a token up in the open transaction.
     *
     * @throws IllegalStateException if it has been used meanwhile
     */
    void use(String token, Instant now);

    /** Forgets tokens that expired before then; returns how many. */
    int purge(Instant before, int limit);
}
