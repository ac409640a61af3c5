package io.fleetgram.bot.traffic;

import java.time.Instant;
import java.util.Optional;

/**
 * What one account used.
 *
 * @param total of all time
 * @param lastSeen begin of the last hour in which it had traffic
 */
public record AccountUsage(Amount total, Optional<Instant> lastSeen) {

    public static final AccountUsage NONE = new AccountUsage(Amount.NOTHING, Optional.empty());
}
