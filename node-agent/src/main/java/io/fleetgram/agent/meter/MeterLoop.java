package io.fleetgram.agent.meter;

import io.fleetgram.agent.pace.Signal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;

/** Reads the counters again and again. */
public final class MeterLoop implements Runnable {

    private static final Logger LOG = System.getLogger(MeterLoop.class.getName());

    private final Meter meter;
    private final Supplier<Duration> interval;
    private final Signal stop = new Signal();
    private volatile boolean stopping;

    /** The interval is asked for before each wait. */
    public MeterLoop(Meter meter, Supplier<Duration> interval) {
        this.meter = meter;
        this.interval = interval;
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                try {
                    meter.read();
                } catch (RuntimeException e) {
                    LOG.log(Level.ERROR, "a reading failed in a way that nobody foresaw", e);
                }
                stop.await(interval.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the loop after the reading that is under way. */
    public void stop() {
        stopping = true;
        stop.raise();
    }
}
