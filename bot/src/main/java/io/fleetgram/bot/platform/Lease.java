package io.fleetgram.bot.platform;

/**
 * The right to be the only process that does something.
 *
 * @param name what it is about, such as {@code telegram}
 * @param number larger than that of every earlier holder; writes made under the lease are fenced by it
 */
public record Lease(String name, long number) {

    /** A write was refused because another process holds the lease now. */
    public static final class Lost extends RuntimeException {

        public Lost(Lease lease) {
            super("the lease " + lease.name() + " number " + lease.number() + " has passed to another process");
        }
    }
}
