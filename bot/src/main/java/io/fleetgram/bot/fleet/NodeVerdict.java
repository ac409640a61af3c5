package io.fleetgram.bot.fleet;

/** What checks say of a node that should serve. The names are kept in the database. */
public enum NodeVerdict {
    /** Everything that was tried answers in time. */
    ONLINE,
    /** It serves, and something about it needs a look. */
    DEGRADED,
    /** Nobody can be served by it. */
    OFFLINE
}
