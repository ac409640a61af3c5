package io.fleetgram.bot.fleet;

/** Where a node is in its life, by word of the operators and its own first report. */
public enum NodeState {
    /** Added, and not heard of yet. */
    PENDING,
    /** Its agent has reported with an answering core. */
    JOINED,
    DISABLED,
    /** No subscription lists it any more; it serves who is still connected. */
    DRAINING,
    /** Deleted: its row and key stay, because traffic was booked under them. */
    REMOVED
}
