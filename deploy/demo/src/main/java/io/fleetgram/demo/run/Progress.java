package io.fleetgram.demo.run;

import java.io.PrintStream;
import java.util.Locale;

/** Says in lines what is going on, each with the seconds since the start. */
public final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, line);
    }

    /** A line without the time, for what is to be read or copied. */
    public void plain(String line) {
        out.println(line);
    }
}
