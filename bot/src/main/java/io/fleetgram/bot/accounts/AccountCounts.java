package io.fleetgram.bot.accounts;

/** How many accounts there are in each status; deleted ones are not counted. */
public record AccountCounts(int active, int suspended) {

    public int all() {
        return active + suspended;
    }
}
