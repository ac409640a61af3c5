package io.fleetgram.bot.accounts;

import java.time.Instant;

/**
 * Somebody's right to use the fleet. Its secrets are kept apart, in {@link Credentials} and {@link SubscriptionToken}.
 *
 * @param id of the row
 * @param rowVersion grows with each change
 */
public record Account(
        long id, AccountKey key, AccountName name, AccountStatus status, Instant createdAt, long rowVersion) {}
