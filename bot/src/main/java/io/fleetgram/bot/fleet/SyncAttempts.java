package io.fleetgram.bot.fleet;

/**
 * How a node says it gets on with its desired state.
 *
 * @param failures attempts in a row in which it could not be stored or not be applied
 * @param error why the last of them failed; empty if none did
 * @param succeeded whether, since the agent started, a state was stored and applied and nothing failed after it
 */
public record SyncAttempts(int failures, String error, boolean succeeded) {

    public static final SyncAttempts WELL = new SyncAttempts(0, "", true);

    /** Failures in a row after which operators are told. */
    public static final int TOLD_AFTER = 5;
}
