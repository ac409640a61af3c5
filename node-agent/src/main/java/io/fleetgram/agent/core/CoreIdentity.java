package io.fleetgram.agent.core;

/**
 * Names one run of one process for all time on this machine: counters and users belong to exactly one of these.
 *
 * @param bootId {@code /proc/sys/kernel/random/boot_id}
 * @param pid process id
 * @param startTicks clock ticks between boot and the process's start, field 22 of {@code /proc/PID/stat}
 */
public record CoreIdentity(String bootId, long pid, long startTicks) {

    /** Returns the form that is kept in files: the three parts with one space between. */
    public String text() {
        return bootId + " " + pid + " " + startTicks;
    }

    /**
     * Reads what {@link #text} returned.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static CoreIdentity parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not the identity of a process: " + text);
        }
        return new CoreIdentity(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
