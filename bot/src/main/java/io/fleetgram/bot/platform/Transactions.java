package io.fleetgram.bot.platform;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs work in a database transaction of the kind it needs.
 *
 * <p>The work may run more than once: deadlock (1213), lock wait timeout (1205), a row changed since it was read (1020)
 * and a cluster node that is not ready (1047), also when they come at commit, repeat it whole from its first statement.
 * So everything it decides on must be loaded inside it, and it must do nothing that a roll-back cannot undo.
 */
public interface Transactions {

    /** Runs a READ COMMITTED transaction; joins the one that is already open in this thread, if any. */
    <T> T write(Supplier<T> work);

    /**
     * As {@link #write(Supplier)}, with a lock as its first statement.
     *
     * @throws IllegalStateException if a transaction is open in this thread: the lock has to be the first
     */
    <L, T> T write(Supplier<L> lock, Function<L, T> work);

    /** Runs a REPEATABLE READ, READ ONLY transaction: everything in it is seen as of one moment. */
    <T> T snapshot(Supplier<T> work);

    /** Runs {@code action} once the open transaction has committed; drops it if the transaction rolls back. */
    void afterCommit(Runnable action);

    /**
     * Runs {@code work} with a rider: a note that must commit with whatever change the work makes, such as "this update
     * is done". The first write transaction that this thread opens in the work runs the rider as its last statements, and
     * runs it again whenever the transaction is repeated; a rider that throws rolls the change back. A second write
     * transaction in the same work has no rider. Work that never writes leaves the rider unused: then the caller writes
     * the note itself.
     */
    <T> T riding(Runnable rider, Supplier<T> work);

    /**
     * Runs {@code work} with a check, such as "this still is what was agreed to". The first write transaction that this
     * thread opens in the work runs the check after the lock that it begins with, or as its first statements if it begins
     * with none; a check that throws rolls the transaction back, and nothing of the change is done.
     */
    <T> T checking(Runnable check, Supplier<T> work);

    /** As {@link #write(Supplier)}, for work without a result. */
    default void run(Runnable work) {
        write(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
