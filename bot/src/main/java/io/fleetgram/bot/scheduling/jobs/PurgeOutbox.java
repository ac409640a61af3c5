package io.fleetgram.bot.scheduling.jobs;

import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.Outcome;
import io.fleetgram.bot.telegram.Housekeeping;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets messages that were sent or given up more than seven days ago. */
@Component
final class PurgeOutbox implements Job {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Housekeeping housekeeping;

    PurgeOutbox(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public Declaration declare() {
        return Declaration.every("purge-outbox", Duration.ofHours(1));
    }

    @Override
    public Outcome run() {
        return Outcome.did(housekeeping.purgeOutbox(KEPT));
    }
}
