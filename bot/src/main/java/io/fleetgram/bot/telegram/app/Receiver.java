package io.fleetgram.bot.telegram.app;

/** Fetches updates from Telegram. Starts while Telegram is away too, and keeps trying. */
public interface Receiver {

    /** Begins to fetch; every batch goes through {@code into} before Telegram is told that it arrived. */
    void start(Intake into);

    /** Ends fetching; once it returns, no batch is under way. */
    void stop();
}
