package io.fleetgram.agent;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.converge.Converger;
import io.fleetgram.agent.core.Supervisor;
import io.fleetgram.agent.meter.Meter;
import io.fleetgram.agent.meter.TrafficReporter;
import io.fleetgram.agent.meter.TrafficReporter.Sending;
import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.agent.pace.Signal;
import io.fleetgram.agent.store.LastGoodState;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/**
 * What is done when the fleet has deleted this node: its users out, their last bytes handed over, the core stopped.
 *
 * <p>The empty state is stored first, so that a death at any point never brings the users back. What is then on disk is
 * wiped by {@link Wipe} when everything is closed.
 */
final class Removal {

    /** For so long the controller takes the last batch of a removed node. */
    static final Duration LAST_BATCH = Duration.ofMinutes(10);

    private static final Logger LOG = System.getLogger(Removal.class.getName());

    private final LastGoodState state;
    private final Converger converger;
    private final Meter meter;
    private final TrafficReporter traffic;
    private final Supervisor supervisor;
    private final MonotonicClock clock;

    Removal(
            LastGoodState state,
            Converger converger,
            Meter meter,
            TrafficReporter traffic,
            Supervisor supervisor,
            MonotonicClock clock) {
        this.state = state;
        this.converger = converger;
        this.meter = meter;
        this.traffic = traffic;
        this.supervisor = supervisor;
        this.clock = clock;
    }

    /** Does all of it; waits between attempts to hand the bytes over, until the signal is raised. */
    void carryOut(String why, Backoff backoff, Signal stop) throws IOException, InterruptedException {
        LOG.log(Level.WARNING, "this node was removed from its fleet: {0}", why);
        meter.read();
        state.clear();
        LOG.log(Level.INFO, "users taken out: {0}", converger.converge(List.of()));
        supervisor.stop("the node was removed");
        handOver(backoff, stop);
    }

    private void handOver(Backoff backoff, Signal stop) throws IOException, InterruptedException {
        var deadline = clock.elapsed().plus(LAST_BATCH);
        while (true) {
            switch (traffic.sendUnacknowledged()) {
                case Sending.Done done -> {
                    LOG.log(Level.INFO, "the last {0} batches are handed over", done.batches());
                    return;
                }
                case Sending.WaitingForCursors impossible ->
                    throw new IllegalStateException("last batches wait for nothing: " + impossible);
                case Sending.Stopped stopped -> {
                    LOG.log(Level.WARNING, "the last batch did not get through: {0}", stopped.answer());
                    boolean refused = stopped.answer() instanceof Answer.Removed;
                    if (refused || clock.elapsed().compareTo(deadline) > 0 || stop.await(backoff.next())) {
                        return;
                    }
                }
            }
        }
    }
}
