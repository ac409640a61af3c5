package io.fleetgram.bot.health;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Verdicts and what they depend on, as they are kept. */
public interface HealthBook {

    /**
     * The last round, over all controllers.
     *
     * @param cutOffSince set while this side seems to be the one that is cut off
     */
    record LastRound(Optional<Instant> beganAt, Optional<Instant> cutOffSince) {}

    /** Returns every node that has joined and is not disabled, by key. */
    List<Subject> subjects();

    LastRound lastRound();

    /** Returns whether any agent polled or reported after a moment. */
    boolean agentHeardSince(Instant moment);

    /** Keeps a round's verdicts, checks and changes. Call it in a write transaction. */
    void keep(Collection<Judged> nodes, Instant at);

    void began(Instant at, Optional<Instant> cutOffSince);

    /** Forgets single checks from before a moment; returns how many. */
    int purgeChecks(Instant before, int most);
}
