package io.fleetgram.bot.telegram.app;

/** The chat in which something was written or tapped. */
public record Place(long chatId, boolean isPrivate) {}
