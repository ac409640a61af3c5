package io.fleetgram.bot.platform.jdbc;

import io.fleetgram.bot.platform.Transactions;
import io.github.resilience4j.retry.Retry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of Spring's manager, repeated by the {@link RepeatRule}. */
@SuppressWarnings("ThreadLocalUsage") // one instance for each database, as long-lived as the process
public final class JdbcTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransactions.class);

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final Retry repeat = RepeatRule.policy();
    private final ThreadLocal<@Nullable Runnable> check = new ThreadLocal<>();
    private final ThreadLocal<@Nullable Runnable> rider = new ThreadLocal<>();
    private final ThreadLocal<@Nullable List<Runnable>> following = new ThreadLocal<>();

    public JdbcTransactions(PlatformTransactionManager manager) {
        writing = new TransactionTemplate(manager);
        writing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        reading = new TransactionTemplate(manager);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
    }

    @Override
    public <T> T write(Supplier<T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return outermost(() -> Boolean.TRUE, unlocked -> work.get());
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("a write inside a snapshot");
        }
        return work.get();
    }

    @Override
    public <L, T> T write(Supplier<L> lock, Function<L, T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("inside an open transaction, where no lock can be the first any more");
        }
        return outermost(lock, work);
    }

    @Override
    public <T> T snapshot(Supplier<T> work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? work.get()
                : repeat.executeSupplier(() -> inTransaction(reading, work));
    }

    @Override
    public void afterCommit(Runnable action) {
        var actions = following.get();
        if (actions == null) {
            throw new IllegalStateException("no write transaction is open");
        }
        actions.add(action);
    }

    @Override
    public <T> T riding(Runnable note, Supplier<T> work) {
        if (rider.get() != null || TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a rider must be set outside transactions, one at a time");
        }
        rider.set(note);
        try {
            return work.get();
        } finally {
            rider.remove();
        }
    }

    @Override
    public <T> T checking(Runnable first, Supplier<T> work) {
        if (check.get() != null || TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a check must be set outside transactions, one at a time");
        }
        check.set(first);
        try {
            return work.get();
        } finally {
            check.remove();
        }
    }

    /** Actions follow outside the transaction, so that one that writes opens its own. */
    private <L, T> T outermost(Supplier<L> lock, Function<L, T> work) {
        var actions = new ArrayList<Runnable>();
        T result = repeat.executeSupplier(() -> {
            actions.clear();
            following.set(actions);
            try {
                return inTransaction(writing, () -> whole(lock, work));
            } finally {
                following.remove();
            }
        });
        check.remove();
        rider.remove();
        actions.forEach(JdbcTransactions::follow);
        return result;
    }

    /** The change stands whatever becomes of what follows it. */
    private static void follow(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("An action that follows a committed change failed.", e);
        }
    }

    private <L, T> T whole(Supplier<L> lock, Function<L, T> work) {
        L locked = lock.get();
        carry(check.get());
        T result = work.apply(locked);
        carry(rider.get());
        return result;
    }

    private static void carry(@Nullable Runnable passenger) {
        if (passenger != null) {
            passenger.run();
        }
    }

    private static <T> T inTransaction(TransactionTemplate template, Supplier<T> work) {
        T result = template.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("work in a transaction must return something");
        }
        return result;
    }
}
