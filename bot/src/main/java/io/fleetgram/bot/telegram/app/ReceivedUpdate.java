package io.fleetgram.bot.telegram.app;

import java.util.Optional;

/**
 * An update as Telegram delivered it.
 *
 * @param chatId 0 when it belongs to no chat
 * @param body JSON
 * @param callbackId to answer at once, when it is a tap
 */
public record ReceivedUpdate(long updateId, long chatId, String body, Optional<String> callbackId) {}
