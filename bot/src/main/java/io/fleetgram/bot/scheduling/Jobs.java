package io.fleetgram.bot.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All jobs that the controllers know, for those who watch and steer them. */
public interface Jobs {

    /**
     * A job as the jobs screen shows it.
     *
     * @param next when it runs next; empty while it is paused, or if nobody knows
     */
    record Card(Declaration declaration, JobState state, Optional<Instant> next) {}

    /** Every job, by name. */
    List<Card> all();

    Optional<Card> find(String name);

    /** Runs a job soon, once, paused or not. Joins the open transaction: it runs if that commits. */
    void runNow(String name);

    /** Stops or lets go on the runs by rhythm; joins the open transaction. */
    void pause(String name, boolean paused);
}
