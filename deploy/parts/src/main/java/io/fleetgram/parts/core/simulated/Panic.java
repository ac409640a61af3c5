package io.fleetgram.parts.core.simulated;

/** How a core written in Go dies of its own fault: a line on standard error, exit code 2, nothing closed in order. */
public final class Panic {

    private static final int EXIT_CODE = 2;

    private Panic() {}

    public static void because(String what) {
        System.err.println("panic: " + what);
        System.err.flush();
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
