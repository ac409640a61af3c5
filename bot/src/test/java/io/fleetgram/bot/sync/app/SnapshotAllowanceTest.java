package io.fleetgram.bot.sync.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SnapshotAllowanceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant START = Instant.parse("2026-11-20T14:00:00Z");

    private final SnapshotAllowance allowance = new SnapshotAllowance(MINUTE, 3);

    @Test
    void a_node_has_three_at_once_and_then_one_a_minute() {
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.delay("n1", START)).isZero();
            allowance.take("n1", START);
        }
        assertThat(allowance.delay("n1", START)).isEqualTo(MINUTE);
        assertThat(allowance.delay("n1", START.plusSeconds(59))).isEqualTo(Duration.ofSeconds(1));

        var minuteLater = START.plus(MINUTE);
        assertThat(allowance.delay("n1", minuteLater)).isZero();
        allowance.take("n1", minuteLater);
        assertThat(allowance.delay("n1", minuteLater)).isEqualTo(MINUTE);
    }

    @Test
    void after_a_quiet_time_all_three_are_back_and_no_more() {
        allowance.take("n1", START);
        var later = START.plus(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.delay("n1", later)).isZero();
            allowance.take("n1", later);
        }
        assertThat(allowance.delay("n1", later)).isPositive();
    }

    @Test
    void nodes_do_not_use_up_each_others() {
        for (int i = 0; i < 3; i++) {
            allowance.take("n1", START);
        }
        assertThat(allowance.delay("n2", START)).isZero();
    }
}
