package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.sync.index.Advance;
import io.fleetgram.bot.sync.index.StateIndex;
import java.util.Optional;

/** Reads the desired state; every answer is seen at one moment. */
public interface StateReader {

    /** What came after a version. */
    sealed interface Reading {
        record Nothing() implements Reading {}

        record Advanced(Advance advance) implements Reading {}

        /** The log does not lead from that version to the present one: the database was restored, or the log cut. */
        record Broken(String why) implements Reading {}
    }

    StateIndex load(int memory);

    Reading since(long version);

    /** Returns empty for a node that offers nothing because there is no such node. */
    Optional<Snapshot> snapshot(String node);
}
