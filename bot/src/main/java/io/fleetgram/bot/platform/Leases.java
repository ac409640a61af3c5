package io.fleetgram.bot.platform;

import java.time.Duration;
import java.util.Optional;

/** Rows that make one process of all the only holder of a duty. Terms run by the clock of the database. */
public interface Leases {

    /** Takes a lease that is free or whose term has ended; empty while another process holds it. */
    Optional<Lease> take(String name, Duration term);

    /** Extends the term from now; false if the lease has passed to another process. */
    boolean renew(Lease lease, Duration term);

    /** Ends the term at once, so that another process need not wait for its end. */
    void release(Lease lease);

    /**
     * Writes the lease's row in the open transaction, which makes everything else in it conditional on the lease.
     *
     * @throws Lease.Lost if another process holds it now
     */
    void fence(Lease lease);
}
