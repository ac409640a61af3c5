package io.fleetgram.agent;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.Controller;
import io.fleetgram.agent.controller.ControllerClock;
import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.controller.PollEvents;
import io.fleetgram.agent.controller.Renewal;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.meter.TrafficReporter;
import io.fleetgram.agent.meter.TrafficReporter.Sending;
import io.fleetgram.agent.pace.Signal;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells the controller how the node is doing and what passed through it, every few seconds and when something happened.
 *
 * <p>While the poll loop has no controller, nothing is tried: that loop finds the way back, and then wakes this one.
 */
final class ReportLoop implements Runnable {

    /**
     * Whom the loop reports for and to.
     *
     * @param connected whether the last poll was answered
     * @param interval asked for before each wait
     * @param wake raised when there is something to report
     */
    record Parts(
            Controller controller,
            TrafficReporter traffic,
            Supplier<StatusReport> status,
            Renewal renewal,
            ControllerClock clock,
            LastKnownTime lastKnownTime,
            Notices notices,
            PollEvents events,
            BooleanSupplier connected,
            Supplier<Duration> interval,
            Signal wake) {}

    /** However much happens, there is this much time between two reports. */
    private static final Duration BREATH = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(ReportLoop.class.getName());

    private final Parts parts;
    private final Signal breath = new Signal();
    private volatile boolean stopping;

    ReportLoop(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                if (parts.connected().getAsBoolean()) {
                    tick();
                    breath.await(BREATH);
                }
                var rest = parts.interval().get().minus(BREATH);
                parts.wake().await(rest.compareTo(BREATH) > 0 ? rest : BREATH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the loop after the reports that are under way. */
    void stop() {
        stopping = true;
        breath.raise();
        parts.wake().raise();
    }

    /** Reports once. */
    void tick() {
        try {
            reportStatus();
            sendTraffic();
            if (!stopping) {
                parts.renewal().renewIfDue();
            }
            parts.lastKnownTime().keep(parts.clock());
        } catch (IOException e) {
            parts.notices()
                    .addLasting("report", "what is to be reported cannot be read or noted, check the disk: " + e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a report failed in a way that nobody foresaw", e);
        }
    }

    private void reportStatus() {
        var report = parts.status().get();
        switch (parts.controller().reportStatus(report)) {
            case Answer.Answered<Instant> answered -> {
                parts.clock().learn(answered.value());
                parts.notices().told(report.notices());
            }
            case Answer.Away<Instant> away -> LOG.log(Level.INFO, "the status was not reported: {0}", away.why());
            case Answer.CertificateExpired<Instant> expired ->
                LOG.log(Level.INFO, "the status was not reported: {0}", expired.why());
            case Answer.Removed<Instant> removed -> parts.events().removed(removed.why());
        }
    }

    private void sendTraffic() throws IOException {
        if (parts.traffic().sendAll() instanceof Sending.Stopped stopped) {
            LOG.log(Level.INFO, "a batch did not get through and stays first: {0}", stopped.answer());
        }
    }
}
