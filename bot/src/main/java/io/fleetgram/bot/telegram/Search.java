package io.fleetgram.bot.telegram;

/** Says where text leads that was typed outside any dialog: a name, a key, a pasted subscription link. */
public interface Search {

    Address find(Request request, String text);
}
