package io.fleetgram.bot.traffic;

import java.time.Instant;
import java.util.Optional;

/**
 * A span that an account's usage is told by. It begins and ends with whole hours of the controller's clock.
 *
 * @param number 1, 2, 3 … for each account
 * @param start begin of its first hour; the epoch for an account's first term
 * @param end begin of the hour in which the next one began; empty for the present one
 */
public record Term(int number, Instant start, Optional<Instant> end, Amount used) {

    /** The term of an account that never had traffic nor another term. */
    public static final Term FIRST = new Term(1, Instant.EPOCH, Optional.empty(), Amount.NOTHING);
}
