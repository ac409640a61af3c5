package io.fleetgram.bot.accounts.app;

import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.Credentials;
import io.fleetgram.bot.platform.RandomKeys;

/** Draws credentials until no core can take them for another account's. */
final class UnusedCredentials {

    /** With 106 random bits, one draw is enough; more misses in a row mean that the random source is broken. */
    private static final int MOST_DRAWS = 10;

    private UnusedCredentials() {}

    static Credentials from(RandomKeys random, Accounts accounts) {
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            var credentials = Credentials.random(random);
            if (!accounts.collide(credentials)) {
                return credentials;
            }
        }
        throw new IllegalStateException("the random source repeats itself: " + MOST_DRAWS + " UUIDs were in use");
    }
}
