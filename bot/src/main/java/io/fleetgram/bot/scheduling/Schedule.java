package io.fleetgram.bot.scheduling;

import java.time.Instant;
import java.util.Optional;

/** What makes declared jobs run: one for those that run once across controllers, one for those that run on each. */
public interface Schedule {

    Declaration.Spread spread();

    Optional<Instant> next(String job);

    void runNow(String job);
}
