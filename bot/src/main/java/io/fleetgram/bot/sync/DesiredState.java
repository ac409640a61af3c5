package io.fleetgram.bot.sync;

import java.util.function.Function;

/** The one way to write what nodes must run. */
public interface DesiredState {

    /** Collects what a change touched. At most 500 accounts in one change. */
    interface Touched {
        void add(ChangeRow row);
    }

    /**
     * Runs a change in a READ COMMITTED transaction whose first statement locks the version row. If the change touched
     * anything, the version is bumped and the rows are written in the same transaction; a change that throws leaves no
     * trace. Load what the change decides on inside it: it is repeated whole after a deadlock.
     *
     * <p>Must not be called inside an open transaction: the version row has to be the first lock.
     */
    <T> T change(Function<Touched, T> change);

    /** Returns the version that the last committed change made. */
    long currentVersion();
}
