package io.fleetgram.bot.telegram.app;

/** Understands an update's JSON. */
public interface UpdateReader {

    Incoming read(String body);
}
