package io.fleetgram.demo.emulator.chat;

/**
 * Something the bot is told.
 *
 * @param type the update's only field beside its id, e.g. {@code callback_query}
 * @param json that field's value
 */
public record Update(int id, String type, String json) {}
