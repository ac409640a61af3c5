package io.fleetgram.demo.run;

import java.io.PrintStream;
import java.util.Locale;

/** Says in lines what is going on, each with the seconds since the start. */
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, line);
    }

    /** A line without the time, for what is to be read or copied. */
    void plain(String line) {
        out.println(line);
    }
}
