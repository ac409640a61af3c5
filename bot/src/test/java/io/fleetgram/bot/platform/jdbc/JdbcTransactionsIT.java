package io.fleetgram.bot.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.bot.telegram.Eventually;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class JdbcTransactionsIT {

    private final JdbcTransactions transactions;
    private final JdbcClient jdbc;

    JdbcTransactionsIT() {
        var database = TestMariaDb.freshDatabase();
        var source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        var manager = new JdbcTransactionManager(source);
        manager.setEnforceReadOnly(true);
        transactions = new JdbcTransactions(manager);
        jdbc = JdbcClient.create(source);
        jdbc.sql("CREATE TABLE box (id INT PRIMARY KEY, value INT NOT NULL)").update();
        jdbc.sql("INSERT INTO box VALUES (1, 0), (2, 0), (3, 0)").update();
    }

    @Test
    void a_deadlock_repeats_the_whole_work_with_its_rider() throws Exception {
        var runs = new AtomicInteger();
        var riders = new AtomicInteger();
        var bothHoldOne = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var works = List.of(List.of(1, 2), List.of(2, 1)).stream()
                    .map(order -> threads.submit(() -> transactions.riding(
                            () -> {
                                riders.incrementAndGet();
                                add(3);
                            },
                            () -> transactions.write(() -> {
                                boolean first = runs.incrementAndGet() <= 2;
                                add(order.getFirst());
                                if (first) {
                                    meet(bothHoldOne);
                                }
                                add(order.getLast());
                                return true;
                            }))))
                    .toList();
            for (var work : works) {
                assertThat(work.get()).isTrue();
            }
        }
        assertThat(runs).hasValue(3);
        assertThat(riders).hasValue(2);
        assertThat(values()).containsExactly(2, 2, 2);
    }

    @Test
    void a_rider_commits_with_the_change_or_not_at_all() {
        assertThatThrownBy(() -> transactions.riding(
                        () -> add(3),
                        () -> transactions.write(() -> {
                            add(1);
                            throw new IllegalStateException("the change fails");
                        })))
                .hasMessage("the change fails");
        assertThatThrownBy(() -> transactions.riding(
                        () -> {
                            throw new IllegalStateException("the rider fails");
                        },
                        () -> transactions.write(() -> {
                            add(1);
                            return true;
                        })))
                .hasMessage("the rider fails");
        assertThat(values()).containsExactly(0, 0, 0);
    }

    @Test
    void a_rider_rides_on_the_first_write_alone_and_on_none_if_there_is_none() {
        transactions.riding(() -> add(3), () -> transactions.snapshot(this::values));
        assertThat(values()).containsExactly(0, 0, 0);
        transactions.riding(() -> add(3), () -> {
            transactions.run(() -> add(1));
            transactions.run(() -> add(2));
            return true;
        });
        assertThat(values()).containsExactly(1, 1, 1);
    }

    @Test
    void a_check_runs_after_the_lock_and_before_the_change_and_can_stop_it() {
        var order = new ArrayList<String>();
        transactions.checking(
                () -> order.add("check"),
                () -> transactions.write(() -> order.add("lock"), locked -> order.add("change")));
        assertThat(order).containsExactly("lock", "check", "change");
        assertThatThrownBy(() -> transactions.checking(
                        () -> {
                            throw new IllegalStateException("it moved on");
                        },
                        () -> transactions.write(() -> {
                            add(1);
                            return true;
                        })))
                .hasMessage("it moved on");
        transactions.checking(() -> add(3), () -> {
            transactions.run(() -> add(1));
            transactions.run(() -> add(2));
            return true;
        });
        assertThat(values()).containsExactly(1, 1, 1);
    }

    @Test
    void what_follows_a_commit_runs_outside_it_and_not_after_a_roll_back() {
        var seen = new ArrayList<List<Integer>>();
        transactions.run(() -> {
            add(1);
            transactions.afterCommit(() -> {
                seen.add(values());
                transactions.run(() -> add(2));
            });
            transactions.afterCommit(() -> {
                throw new IllegalStateException("what follows cannot undo the change");
            });
        });
        assertThat(seen).containsExactly(List.of(1, 0, 0));
        assertThat(values()).containsExactly(1, 1, 0);
        assertThatThrownBy(() -> transactions.run(() -> {
                    transactions.afterCommit(() -> seen.add(List.of()));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(seen).hasSize(1);
    }

    @Test
    void a_snapshot_sees_one_moment_and_cannot_write() {
        transactions.snapshot(() -> {
            var before = values();
            Thread.ofVirtual().start(() -> transactions.run(() -> add(1)));
            Eventually.waited(Duration.ofMillis(300));
            assertThat(values()).isEqualTo(before);
            assertThatThrownBy(() -> transactions.run(() -> add(1))).isInstanceOf(IllegalStateException.class);
            return true;
        });
        assertThat(values()).containsExactly(1, 0, 0);
    }

    private void add(int id) {
        jdbc.sql("UPDATE box SET value = value + 1 WHERE id = " + id).update();
    }

    private List<Integer> values() {
        return jdbc.sql("SELECT value FROM box ORDER BY id")
                .query((row, number) -> row.getInt(1))
                .list();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
