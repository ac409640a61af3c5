package io.fleetgram.bench;

/** Time since it was started. */
public final class Stopwatch {

    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private final long begun = System.nanoTime();

    private Stopwatch() {}

    public static Stopwatch start() {
        return new Stopwatch();
    }

    public double millis() {
        return (System.nanoTime() - begun) / NANOS_IN_A_MILLISECOND;
    }

    /** Returns how many a second that were, if so many were done since the start. */
    public double rate(int done) {
        return done / millis() * 1_000;
    }
}
