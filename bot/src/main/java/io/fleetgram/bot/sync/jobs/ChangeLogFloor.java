package io.fleetgram.bot.sync.jobs;

import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.Outcome;
import io.fleetgram.bot.sync.LogFloor;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Raises the floor of the change log by age and by number. */
@Component
public final class ChangeLogFloor implements Job {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final long VERSIONS_KEPT = 100_000;

    private final LogFloor floor;
    private final InstantSource time;

    public ChangeLogFloor(LogFloor floor, InstantSource time) {
        this.floor = floor;
        this.time = time;
    }

    @Override
    public Declaration declare() {
        return Declaration.every("change-log-floor", Duration.ofHours(1));
    }

    @Override
    public Outcome run() {
        return Outcome.did(floor.raise(time.instant().minus(KEPT), VERSIONS_KEPT));
    }
}
