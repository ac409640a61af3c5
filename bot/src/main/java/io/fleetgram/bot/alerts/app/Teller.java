package io.fleetgram.bot.alerts.app;

import io.fleetgram.bot.alerts.Telling;

/** Puts a message for operators into the outbox, in the open transaction. */
public interface Teller {

    void tell(Telling telling);
}
