package io.fleetgram.bot.alerts;

import java.time.Instant;
import java.util.List;

/** What operators were told, over all controllers. Called inside a write transaction, {@link #lock} first. */
public interface AlertMemory {

    /** Waits for whoever else tells something just now. */
    void lock();

    List<Remembered> all();

    void keep(List<Remembered> changed);

    /** Forgets what has not happened since a moment; returns how much. */
    int forget(Instant before);
}
