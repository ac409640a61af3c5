package io.fleetgram.bot.alerts.jobs;

import io.fleetgram.bot.alerts.app.AlertDesk;
import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.Outcome;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells operators of the alerts that were held back. */
@Component
public final class FoldedAlerts implements Job {

    private final AlertDesk desk;

    public FoldedAlerts(AlertDesk desk) {
        this.desk = desk;
    }

    @Override
    public Declaration declare() {
        return Declaration.every("alerts-held-back", Duration.ofMinutes(1));
    }

    @Override
    public Outcome run() {
        return Outcome.did(desk.sweep());
    }
}
