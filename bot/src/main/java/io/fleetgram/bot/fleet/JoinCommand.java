package io.fleetgram.bot.fleet;

import java.time.Instant;

/**
 * What a person pastes on a machine to make it a node.
 *
 * @param text the whole command, at most 256 characters, so that it fits a copy button
 * @param token the secret in it; kept nowhere else
 */
public record JoinCommand(String text, String token, Instant expiresAt) {

    /** The longest text that a Telegram copy button takes. */
    public static final int LONGEST = 256;

    @Override
    public String toString() {
        return "JoinCommand[expiresAt=" + expiresAt + "]";
    }
}
