package io.fleetgram.bot.platform;

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

    /** Runs a REPEATABLE READ, READ ONLY transaction: everything in it is seen as of one moment. */
    <T> T snapshot(Supplier<T> work);

    /** Runs {@code action} once the open transaction has committed; drops it if the transaction rolls back. */
    void afterCommit(Runnable action);

    /** As {@link #write(Supplier)}, for work without a result. */
    default void run(Runnable work) {
        write(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
