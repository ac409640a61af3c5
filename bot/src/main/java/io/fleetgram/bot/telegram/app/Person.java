package io.fleetgram.bot.telegram.app;

import java.util.Optional;

/**
 * Who wrote or tapped.
 *
 * @param id the Telegram user id
 * @param language as the person's client names it
 */
public record Person(long id, Optional<String> language) {}
