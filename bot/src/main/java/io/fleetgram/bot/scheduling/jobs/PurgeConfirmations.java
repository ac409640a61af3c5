package io.fleetgram.bot.scheduling.jobs;

import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.Outcome;
import io.fleetgram.bot.telegram.Housekeeping;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets confirmations that expired more than a day ago. */
@Component
final class PurgeConfirmations implements Job {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Housekeeping housekeeping;

    PurgeConfirmations(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public Declaration declare() {
        return Declaration.every("purge-confirmations", Duration.ofHours(1));
    }

    @Override
    public Outcome run() {
        return Outcome.did(housekeeping.purgeConfirmations(KEPT));
    }
}
