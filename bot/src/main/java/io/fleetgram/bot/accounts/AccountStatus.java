package io.fleetgram.bot.accounts;

/** Where an account is in its life. */
public enum AccountStatus {
    /** Nodes serve it. */
    ACTIVE,
    /** An operator stopped it; its link says so. */
    SUSPENDED,
    /** Gone for everybody; its row and key stay, because traffic was booked under them. */
    DELETED
}
