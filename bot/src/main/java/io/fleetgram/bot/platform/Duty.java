package io.fleetgram.bot.platform;

/** Work that only the holder of a lease does. */
public interface Duty {

    /** Begins; returns soon. If it throws, {@link #end} is called and the lease is given back. */
    void begin(Lease lease);

    /** Ends, so that when it returns nothing is under way any more. */
    void end();
}
