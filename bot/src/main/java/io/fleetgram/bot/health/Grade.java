package io.fleetgram.bot.health;

/** How one check of a node ended. */
public enum Grade {
    WELL,
    /** It serves, with some trouble. */
    TROUBLED,
    /** It cannot serve anybody. */
    DEAD
}
