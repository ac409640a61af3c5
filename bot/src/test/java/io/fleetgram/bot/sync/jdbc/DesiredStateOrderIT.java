package io.fleetgram.bot.sync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.app.StateReader;
import io.fleetgram.bot.sync.index.Advance;
import io.fleetgram.shared.EntryKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S1: one version, bumped with the write, rolled back with it, visible in order. */
class DesiredStateOrderIT {

    private static final int WRITERS = 16;
    private static final int CHANGES = 25;
    private static final int EACH_FAILS = 5;

    private static TestController controller;
    private static DesiredState desiredState;
    private static StateReader reader;

    /** What one reader saw, in the order in which it saw it. */
    private record Seen(List<Long> versions, List<String> keys) {}

    private static final class Rejected extends RuntimeException {}

    @BeforeAll
    static void start() {
        controller = TestController.start();
        desiredState = controller.get(DesiredState.class);
        reader = controller.get(StateReader.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void nobody_who_reads_while_sixteen_write_misses_a_version_or_sees_one_out_of_order() throws Exception {
        long begin = desiredState.currentVersion();
        var committed = new ConcurrentHashMap<Integer, List<String>>();
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers =
                    List.of(threads.submit(() -> follow(begin, writing)), threads.submit(() -> follow(begin, writing)));
            var writers = new ArrayList<Callable<Boolean>>();
            IntStream.range(0, WRITERS).forEach(writer -> writers.add(() -> write(writer, committed)));
            for (var writer : threads.invokeAll(writers)) {
                assertThat(writer.get()).isTrue();
            }
            writing.set(false);

            for (Future<Seen> one : readers) {
                var seen = one.get();
                assertThat(seen.versions()).isSortedAccordingTo(Comparator.naturalOrder());
                assertThat(seen.versions().getLast()).isEqualTo(desiredState.currentVersion());
                assertThat(seen.keys()).hasSize(WRITERS * CHANGES).doesNotHaveDuplicates();
                var byWriter = new HashMap<Integer, List<String>>();
                seen.keys()
                        .forEach(key -> byWriter.computeIfAbsent(writerOf(key), writer -> new ArrayList<>())
                                .add(key));
                assertThat(byWriter).isEqualTo(Map.copyOf(committed));
            }
        }
        assertThat(desiredState.currentVersion()).isEqualTo(begin + WRITERS * CHANGES);
    }

    @Test
    void a_change_that_fails_leaves_no_trace() {
        long before = desiredState.currentVersion();
        long rows = logged();

        try {
            desiredState.change(touched -> {
                touched.add(new ChangeRow.Node("n1"));
                throw new Rejected();
            });
        } catch (Rejected expected) {
            assertThat(desiredState.currentVersion()).isEqualTo(before);
        }

        assertThat(logged()).isEqualTo(rows);
    }

    @Test
    void a_change_that_touches_nothing_makes_no_version() {
        long before = desiredState.currentVersion();

        assertThat(desiredState.<String>change(touched -> "looked only")).isEqualTo("looked only");

        assertThat(desiredState.currentVersion()).isEqualTo(before);
    }

    @Test
    void a_change_inside_an_open_transaction_is_refused_because_the_version_must_be_the_first_lock() {
        var transactions = controller.get(Transactions.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.write(() -> desiredState.change(touched -> 1)))
                .withMessageContaining("first lock");
    }

    @Test
    void a_change_takes_500_accounts_and_not_one_more() {
        assertThat(desiredState.<Integer>change(touched -> touch(touched, 500))).isEqualTo(500);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desiredState.<Integer>change(touched -> touch(touched, 501)))
                .withMessageContaining("at most 500");
    }

    private static int touch(DesiredState.Touched touched, int accounts) {
        for (int i = 0; i < accounts; i++) {
            touched.add(new ChangeRow.Account("many" + i, "in1", Optional.empty()));
            touched.add(new ChangeRow.Account("many" + i, "in2", Optional.empty()));
        }
        return accounts;
    }

    private static boolean write(int writer, Map<Integer, List<String>> committed) {
        var keys = new ArrayList<String>();
        for (int i = 0; i < CHANGES; i++) {
            if (i % EACH_FAILS == 0) {
                fail(writer, i);
            }
            var account = "w%dc%d".formatted(writer, i);
            desiredState.change(touched -> {
                touched.add(new ChangeRow.Account(account, "in1", Optional.empty()));
                return account;
            });
            keys.add("a/" + account + ".in1");
        }
        committed.put(writer, keys);
        return true;
    }

    private static void fail(int writer, int change) {
        try {
            desiredState.change(touched -> {
                touched.add(new ChangeRow.Account("w%dx%d".formatted(writer, change), "in1", Optional.empty()));
                throw new Rejected();
            });
        } catch (Rejected expected) {
            // This change was to be rolled back; the reader checks that it left nothing behind.
            assertThat(expected).isNotNull();
        }
    }

    private static Seen follow(long from, AtomicBoolean writing) {
        var seen = new Seen(new ArrayList<>(), new ArrayList<>());
        long version = from;
        boolean more = true;
        while (more) {
            more = writing.get();
            switch (reader.since(version)) {
                case StateReader.Reading.Nothing nothing -> Thread.onSpinWait();
                case StateReader.Reading.Advanced advanced -> {
                    version = advanced.advance().version();
                    take(seen, advanced.advance());
                }
                case StateReader.Reading.Broken broken -> throw new AssertionError(broken.why());
            }
        }
        return seen;
    }

    private static void take(Seen seen, Advance advance) {
        advance.touches().forEach(touch -> seen.keys().add(touch.key().text()));
        seen.versions().add(advance.version());
    }

    private static int writerOf(String key) {
        var user = (EntryKey.UserOnInbound) EntryKey.parse(key);
        return Integer.parseInt(user.account().substring(1, user.account().indexOf('c')));
    }

    private static long logged() {
        return controller
                .get(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM change_log")
                .query(Long.class)
                .single();
    }
}
