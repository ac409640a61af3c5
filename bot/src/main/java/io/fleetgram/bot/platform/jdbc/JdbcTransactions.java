package io.fleetgram.bot.platform.jdbc;

import io.fleetgram.bot.platform.Transactions;
import io.github.resilience4j.retry.Retry;
import java.util.ArrayList;
import java.util.List;
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
            return outermost(work);
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("a write inside a snapshot");
        }
        return work.get();
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

    /** Actions follow outside the transaction, so that one that writes opens its own. */
    private <T> T outermost(Supplier<T> work) {
        var actions = new ArrayList<Runnable>();
        T result = repeat.executeSupplier(() -> {
            actions.clear();
            following.set(actions);
            try {
                return inTransaction(writing, () -> withRider(work));
            } finally {
                following.remove();
            }
        });
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

    private <T> T withRider(Supplier<T> work) {
        T result = work.get();
        var note = rider.get();
        if (note != null) {
            note.run();
        }
        return result;
    }

    private static <T> T inTransaction(TransactionTemplate template, Supplier<T> work) {
        T result = template.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("work in a transaction must return something");
        }
        return result;
    }
}
