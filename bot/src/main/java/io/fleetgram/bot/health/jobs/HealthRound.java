package io.fleetgram.bot.health.jobs;

import io.fleetgram.bot.health.Round;
import io.fleetgram.bot.health.app.CheckRound;
import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.Outcome;
import java.time.Duration;

/** Checks every node. */
public final class HealthRound implements Job {

    private final CheckRound round;
    private final Duration interval;

    public HealthRound(CheckRound round, Duration interval) {
        this.round = round;
        this.interval = interval;
    }

    @Override
    public Declaration declare() {
        return Declaration.every("health-round", interval);
    }

    @Override
    public Outcome run() {
        return switch (round.run()) {
            case Round.Decided decided -> new Outcome(decided.nodes().size() + " nodes checked");
            case Round.CutOff cutOff ->
                new Outcome("%d of %d nodes fail at once; this controller seems cut off, verdicts stay"
                        .formatted(cutOff.failing(), cutOff.serving()));
        };
    }
}
