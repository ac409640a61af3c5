package io.fleetgram.bot.fleet.jobs;

import io.fleetgram.bot.fleet.app.CommandHousekeeping;
import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.Outcome;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets commands, their results and files after their time on record. */
@Component
public final class PurgeCommands implements Job {

    private final CommandHousekeeping housekeeping;

    public PurgeCommands(CommandHousekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public Declaration declare() {
        return Declaration.every("purge-commands", Duration.ofHours(1));
    }

    @Override
    public Outcome run() {
        long forgotten = 0;
        int now;
        do {
            now = housekeeping.purge();
            forgotten += now;
        } while (now > 0);
        return Outcome.did(forgotten);
    }
}
