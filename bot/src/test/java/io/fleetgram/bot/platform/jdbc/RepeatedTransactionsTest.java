package io.fleetgram.bot.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Which errors of the database repeat a whole piece of work. */
class RepeatedTransactionsTest {

    /** Transactions of no database, whose commits fail as told. */
    private static final class FailingCommits extends AbstractPlatformTransactionManager {

        private final Deque<SQLException> failures = new ArrayDeque<>();
        private final List<String> ends = new ArrayList<>();

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            ends.add("begin");
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            if (!failures.isEmpty()) {
                throw new TransactionSystemException("could not commit", failures.pop());
            }
            ends.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            ends.add("roll back");
        }
    }

    private final FailingCommits database = new FailingCommits();
    private final JdbcTransactions transactions = new JdbcTransactions(database);
    private final List<String> done = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1213, 1205, 1020, 1047})
    void an_error_of_the_moment_at_commit_repeats_the_whole_from_its_lock_with_check_and_rider(int code) {
        database.failures.add(error(code));
        database.failures.add(error(code));

        var result = transactions.checking(
                () -> done.add("check"),
                () -> transactions.riding(
                        () -> done.add("rider"),
                        () -> transactions.write(() -> done.add("lock"), locked -> {
                            transactions.afterCommit(() -> done.add("after"));
                            return done.add("work");
                        })));

        assertThat(result).isTrue();
        assertThat(done)
                .containsExactly(
                        "lock", "check", "work", "rider", "lock", "check", "work", "rider", "lock", "check", "work",
                        "rider", "after");
    }

    @ParameterizedTest
    @ValueSource(ints = {1213, 1205, 1020, 1047})
    void an_error_of_the_moment_in_the_middle_repeats_the_whole(int code) {
        transactions.run(() -> {
            done.add("work");
            if (done.size() < 3) {
                throw new CannotAcquireLockException("a statement failed", error(code));
            }
        });
        assertThat(done).hasSize(3);
        assertThat(database.ends).containsExactly("begin", "roll back", "begin", "roll back", "begin", "commit");
    }

    @Test
    void any_other_error_is_told_at_once() {
        database.failures.add(error(1062));
        assertThatThrownBy(() -> transactions.run(() -> done.add("work")))
                .isInstanceOf(TransactionSystemException.class);
        assertThat(done).hasSize(1);
    }

    @Test
    void what_fails_ten_times_is_told() {
        for (int i = 0; i < 20; i++) {
            database.failures.add(error(1213));
        }
        assertThatThrownBy(() -> transactions.run(() -> done.add("work")))
                .isInstanceOf(TransactionSystemException.class);
        assertThat(done).hasSize(10);
    }

    private static SQLException error(int code) {
        return new SQLException("error " + code, "40001", code);
    }
}
