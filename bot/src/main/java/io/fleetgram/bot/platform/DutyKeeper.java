package io.fleetgram.bot.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a lease whenever it is free, does its duty while it lasts, and stops in time: a lease that could not be renewed
 * for half its term counts as lost before another process can have it.
 */
public final class DutyKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(DutyKeeper.class);

    private final Leases leases;
    private final String name;
    private final Duration term;
    private final Duty duty;
    private final InstantSource time;

    private @Nullable Lease held;
    private Instant renewed = Instant.MIN;
    private boolean failing;

    public DutyKeeper(Leases leases, String name, Duration term, Duty duty, InstantSource time) {
        this.leases = leases;
        this.name = name;
        this.term = term;
        this.duty = duty;
        this.time = time;
    }

    /** Takes or renews; to be called several times in half a term. Never throws. */
    public synchronized void tick() {
        var asked = time.instant();
        try {
            if (held == null) {
                take(asked);
            } else if (leases.renew(held, term)) {
                renewed = asked;
            } else {
                LOG.warn("The lease {} has passed to another process.", name);
                lose();
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("The lease {} could not be taken or renewed: {}", name, e.toString());
            }
            failing = true;
            if (held != null && renewed.plus(term.dividedBy(2)).isBefore(time.instant())) {
                lose();
            }
        }
    }

    /** Ends the duty and gives the lease back. */
    public synchronized void close() {
        var mine = held;
        if (mine != null) {
            lose();
            leases.release(mine);
        }
    }

    private void take(Instant asked) {
        var taken = leases.take(name, term);
        if (taken.isPresent()) {
            held = taken.get();
            renewed = asked;
            try {
                duty.begin(taken.get());
            } catch (RuntimeException e) {
                LOG.error("The duty {} could not begin.", name, e);
                close();
            }
        }
    }

    private void lose() {
        held = null;
        duty.end();
    }
}
