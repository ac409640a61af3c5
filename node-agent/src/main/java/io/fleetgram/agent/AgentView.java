package io.fleetgram.agent;

import io.fleetgram.agent.controller.Renewal;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.meter.Activity;
import io.fleetgram.agent.meter.Ledger;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.agent.probe.ProbeView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks at a running agent for its probe. */
record AgentView(
        Renewal renewal,
        BooleanSupplier connected,
        ConvergenceBoard board,
        MonotonicClock monotonic,
        Duration startedAt,
        Activity activity,
        Ledger ledger,
        InstantSource controllerTime,
        Supplier<StatusReport> status)
        implements Supplier<ProbeView> {

    @Override
    public ProbeView get() {
        var credentials = renewal.credentials();
        var goodUntil = credentials.proof().goodUntil();
        return new ProbeView(
                credentials.nodeKey(),
                credentials.nodeName(),
                connected.getAsBoolean(),
                board.view().trouble(),
                monotonic.elapsed().minus(startedAt),
                activity.readingAge(),
                ledger.waitingRows(),
                Duration.between(controllerTime.instant(), goodUntil).toDays(),
                status.get());
    }
}
