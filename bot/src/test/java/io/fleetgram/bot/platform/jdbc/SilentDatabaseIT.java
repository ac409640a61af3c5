package io.fleetgram.bot.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.app.Tailer;
import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.junit.Need;
import io.fleetgram.parts.mariadb.PrivateMariaDb;
import io.fleetgram.parts.mariadb.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that is there and says nothing, like a host that lost its network. */
class SilentDatabaseIT {

    private static final Map<String, Object> SOON = Map.of(
            "fleetgram.database.statement-timeout", "2s",
            "fleetgram.database.connect-timeout", "1s",
            "logging.level.root", "OFF");

    @Test
    void a_call_on_a_silent_database_ends_and_all_goes_on_when_it_speaks_again() throws Exception {
        try (var mariaDb = Need.of(RealPart.MARIADB, PrivateMariaDb.startTemporary())) {
            mariaDb.createDatabase("silent");
            var database =
                    new TestDatabase("silent", mariaDb.jdbcUrl("silent"), PrivateMariaDb.USER, mariaDb.password());
            try (var controller = TestController.start(database, SOON);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(lockWait(controller)).isEqualTo(1);
                var desiredState = controller.get(DesiredState.class);
                long before = desiredState.currentVersion();
                signal(mariaDb, "STOP");
                try {
                    var call = threads.submit(desiredState::currentVersion);
                    await().atMost(Duration.ofSeconds(60)).until(call::isDone);
                    assertThat(failed(call)).isTrue();
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> !controller.get(Tailer.class).follows());
                } finally {
                    signal(mariaDb, "CONT");
                }
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> controller.get(Tailer.class).follows());
                assertThat(threads.submit(desiredState::currentVersion).get(60, TimeUnit.SECONDS))
                        .isEqualTo(before);
            }
        }
    }

    private static int lockWait(TestController controller) {
        return controller
                .get(JdbcClient.class)
                .sql("SELECT @@innodb_lock_wait_timeout")
                .query(Integer.class)
                .single();
    }

    private static boolean failed(java.util.concurrent.Future<Long> call) throws InterruptedException {
        try {
            call.get();
            return false;
        } catch (ExecutionException expected) {
            return true;
        }
    }

    private static void signal(PrivateMariaDb mariaDb, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(mariaDb.pid()))
                .start()
                .waitFor();
    }
}
