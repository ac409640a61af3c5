package io.fleetgram.bot.health.jobs;

import io.fleetgram.bot.health.HealthBook;
import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.Outcome;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets single checks that are old; the hours stay. */
public final class PurgeChecks implements Job {

    private static final int AT_ONCE = 10_000;

    private final HealthBook book;
    private final Duration kept;
    private final InstantSource time;

    public PurgeChecks(HealthBook book, Duration kept, InstantSource time) {
        this.book = book;
        this.kept = kept;
        this.time = time;
    }

    @Override
    public Declaration declare() {
        return Declaration.every("purge-checks", Duration.ofHours(1));
    }

    @Override
    public Outcome run() {
        long purged = 0;
        int some;
        do {
            some = book.purgeChecks(time.instant().minus(kept), AT_ONCE);
            purged += some;
        } while (some == AT_ONCE);
        return Outcome.did(purged);
    }
}
