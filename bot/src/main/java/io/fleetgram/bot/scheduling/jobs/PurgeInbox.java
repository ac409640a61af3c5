package io.fleetgram.bot.scheduling.jobs;

import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.Outcome;
import io.fleetgram.bot.telegram.Housekeeping;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets updates that were answered more than three days ago. */
@Component
final class PurgeInbox implements Job {

    private static final Duration KEPT = Duration.ofDays(3);

    private final Housekeeping housekeeping;

    PurgeInbox(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public Declaration declare() {
        return Declaration.every("purge-inbox", Duration.ofHours(1));
    }

    @Override
    public Outcome run() {
        return Outcome.did(housekeeping.purgeInbox(KEPT));
    }
}
