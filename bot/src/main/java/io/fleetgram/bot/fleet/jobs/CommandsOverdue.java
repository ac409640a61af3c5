package io.fleetgram.bot.fleet.jobs;

import io.fleetgram.bot.fleet.app.CommandHousekeeping;
import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.Outcome;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Ends commands that no node asked for in time, and those of which no end was heard. */
@Component
public final class CommandsOverdue implements Job {

    private final CommandHousekeeping housekeeping;

    public CommandsOverdue(CommandHousekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public Declaration declare() {
        return Declaration.every("commands-overdue", Duration.ofSeconds(15));
    }

    @Override
    public Outcome run() {
        return Outcome.did(housekeeping.endOverdue());
    }
}
