package io.fleetgram.bot.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.platform.Leases;
import io.fleetgram.bot.platform.ProcessName;
import io.fleetgram.bot.telegram.Eventually;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class JdbcLeasesIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final JdbcTransactions transactions;
    private final Leases one;
    private final Leases other;

    JdbcLeasesIT() {
        var database = TestMariaDb.freshDatabase();
        var source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        org.flywaydb.core.Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        transactions = new JdbcTransactions(new JdbcTransactionManager(source));
        one = new JdbcLeases(jdbc, transactions, new ProcessName("one"));
        other = new JdbcLeases(jdbc, transactions, new ProcessName("other"));
    }

    @Test
    void of_many_that_ask_at_once_one_gets_it() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 20)
                    .mapToObj(asker -> threads.submit(() -> (asker % 2 == 0 ? one : other).take("chat", LONG)))
                    .toList();
            int taken = 0;
            for (var asker : asked) {
                taken += asker.get().isPresent() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void a_term_that_ended_or_was_given_back_lets_the_next_one_in_with_a_larger_number() {
        var first = one.take("chat", Duration.ofMillis(300)).orElseThrow();
        assertThat(other.take("chat", LONG)).isEmpty();
        Eventually.waited(Duration.ofMillis(400));
        var second = other.take("chat", LONG).orElseThrow();
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(one.renew(first, LONG)).isFalse();
        assertThat(other.renew(second, LONG)).isTrue();
        other.release(second);
        assertThat(one.take("chat", LONG))
                .hasValueSatisfying(third -> assertThat(third.number()).isGreaterThan(second.number()));
    }

    @Test
    void a_write_under_a_lease_that_has_passed_on_is_undone() {
        var first = one.take("chat", Duration.ofMillis(1)).orElseThrow();
        Eventually.waited(Duration.ofMillis(50));
        assertThat(other.take("chat", LONG)).isPresent();
        assertThatThrownBy(() -> transactions.run(() -> {
                    jdbc.sql("UPDATE telegram_inbox_position SET position = 99").update();
                    one.fence(first);
                }))
                .isInstanceOf(Lease.Lost.class);
        assertThat(jdbc.sql("SELECT position FROM telegram_inbox_position")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
