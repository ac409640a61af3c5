package io.fleetgram.bot.security;

import java.util.Optional;

/** Finds the operator behind a Telegram user. */
public interface Operators {

    /** Returns empty for a stranger. */
    Optional<Operator> find(long telegramUserId);
}
