package io.fleetgram.bot.alerts;

/** Takes what operators should know. Returns at once; the telling follows, and waits while the database is away. */
public interface Alerts {

    void raise(Alert alert);
}
