package io.fleetgram.bot.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SnapshotTransactionsIT {

    private static final String WRITE = "UPDATE desired_state_version SET version = version WHERE id = 1";

    private static TestController controller;
    private static Transactions transactions;
    private static JdbcClient database;

    @BeforeAll
    static void start() {
        controller = TestController.start(TestMariaDb.freshDatabase(), Map.of("fleetgram.database.pool-size", 2));
        transactions = controller.get(Transactions.class);
        database = controller.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void a_snapshot_cannot_write() {
        assertThatThrownBy(() -> transactions.snapshot(() -> database.sql(WRITE).update()))
                .hasMessageContaining("READ ONLY");
    }

    @Test
    void who_comes_after_a_snapshot_may_write_even_if_the_snapshot_read_nothing() {
        for (int i = 0; i < 4; i++) {
            transactions.snapshot(() -> "nothing read");
            assertThat(transactions.write(() -> database.sql(WRITE).update())).isEqualTo(1);
            assertThat(database.sql(WRITE).update()).isEqualTo(1);
        }
    }

    @Test
    void a_snapshot_sees_one_moment() {
        transactions.snapshot(() -> {
            long before = version();
            var other = new Thread(() -> database.sql("UPDATE desired_state_version SET version = version + 1")
                    .update());
            other.start();
            join(other);
            assertThat(version()).isEqualTo(before);
            return true;
        });
    }

    private static long version() {
        return database.sql("SELECT version FROM desired_state_version")
                .query(Long.class)
                .single();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
