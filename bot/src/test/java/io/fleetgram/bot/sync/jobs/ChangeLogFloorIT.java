package io.fleetgram.bot.sync.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.LogFloor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChangeLogFloorIT {

    private static TestController controller;

    @BeforeAll
    static void start() {
        controller = TestController.startWith(TestController.MovedTime.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void what_is_too_old_or_too_far_back_goes_and_the_newest_version_stays() {
        change(10);
        var now = Instant.now();
        long present = controller.get(DesiredState.class).currentVersion();

        controller.get(LogFloor.class).raise(now.minus(Duration.ofDays(1)), 4);
        assertThat(oldest()).isEqualTo(present - 3);

        controller.get(LogFloor.class).raise(now.plus(Duration.ofDays(30)), 1_000);
        assertThat(oldest()).isEqualTo(present);
    }

    @Test
    void after_a_week_the_job_removes_what_nobody_needs() {
        change(3);
        controller.advance(Duration.ofDays(8));
        change(2);
        long present = controller.get(DesiredState.class).currentVersion();

        controller.get(ChangeLogFloor.class).run();

        assertThat(oldest()).isEqualTo(present - 1);
    }

    private static void change(int times) {
        for (int i = 0; i < times; i++) {
            controller.get(DesiredState.class).change(touched -> {
                touched.add(new ChangeRow.Node("n1"));
                return true;
            });
        }
    }

    private static long oldest() {
        return controller
                .get(JdbcClient.class)
                .sql("SELECT MIN(version) FROM change_log")
                .query(Long.class)
                .single();
    }
}
