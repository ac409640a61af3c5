package io.fleetgram.demo.emulator.chat;

/**
 * A tap on a button that asked the bot: a callback query.
 *
 * @param at Unix seconds
 */
public record Tap(String id, long chat, int message, long user, String data, long at) {}
