package io.fleetgram.bench;

import java.io.IOException;
import java.util.List;

/** Something that is measured. */
public interface Benchmark {

    /** Lower-case letters and underscores. */
    String name();

    /**
     * Measures once, and leaves nothing running.
     *
     * @throws IOException if a part cannot be started or its files cannot be written
     */
    List<Measurement> measure(Workplace place) throws IOException, InterruptedException;
}
