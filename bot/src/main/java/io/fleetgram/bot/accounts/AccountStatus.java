package io.fleetgram.bot.accounts;

/** Where an account is in its life. */
public enum AccountStatus {
    /** Nodes serve it. */
    ACTIVE,
    /** An operator stopped it; its link says so. */
    SUSPENDED,
    /** Gone for everybody; its row and key stay, because traffic was booked under them. */
    DELETED;

    /** Returns the sign that stands beside its word. */
    public String mark() {
        return switch (this) {
            case ACTIVE -> "✅";
            case SUSPENDED -> "⛔";
            case DELETED -> "🗑";
        };
    }
}
