package io.fleetgram.bot.fleet;

/** How far a command has come. */
public enum NodeCommandState {
    /** The node has not asked to begin it. */
    PENDING,
    /** The node was allowed to begin it. */
    RUNNING,
    DONE,
    FAILED,
    /** It had begun, and nobody knows how it ended: its agent ended meanwhile, or has not been heard since. */
    UNKNOWN,
    /** The node did not ask for it in time; it never runs. */
    EXPIRED,
    /** Taken back before it began; it never runs. */
    CANCELLED;

    /** Says whether something is still to come. */
    public boolean isOpen() {
        return this == PENDING || this == RUNNING;
    }

    /** Returns the sign that stands beside its word. */
    public String mark() {
        return switch (this) {
            case PENDING -> "⏳";
            case RUNNING -> "▶️";
            case DONE -> "✅";
            case FAILED -> "❌";
            case UNKNOWN -> "❔";
            case EXPIRED -> "⌛";
            case CANCELLED -> "🚫";
        };
    }
}
