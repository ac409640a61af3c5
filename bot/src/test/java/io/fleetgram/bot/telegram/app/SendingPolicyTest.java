package io.fleetgram.bot.telegram.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendingPolicyTest {

    private final SendingPolicy policy = new SendingPolicy();

    @Test
    void a_chat_has_short_bursts_and_then_a_turn_that_nobody_else_waits_for() {
        int burst = 0;
        while (policy.admit(1)) {
            policy.answered();
            burst++;
        }
        assertThat(burst).isGreaterThanOrEqualTo(10);
        assertThat(policy.turnOf(1)).isBetween(Duration.ofNanos(1), Duration.ofSeconds(20));
        assertThat(policy.admit(1)).as("its turn has not come").isFalse();
        assertThat(policy.admit(2)).as("another chat").isTrue();
        assertThat(policy.turnOf(2)).isZero();
    }

    @Test
    void a_telegram_that_never_answers_is_asked_no_more_for_a_while() {
        IntStream.range(0, 5).forEach(message -> {
            assertThat(policy.admit(message)).isTrue();
            policy.away();
        });
        assertThat(policy.admit(99)).isFalse();
        assertThat(policy.turnOf(99)).isPositive();
    }

    @Test
    void an_answer_of_any_kind_keeps_the_way_open() {
        IntStream.range(0, 20).forEach(message -> {
            assertThat(policy.admit(message)).isTrue();
            if (message % 4 == 0) {
                policy.answered();
            } else {
                policy.away();
            }
        });
    }

    @Test
    void a_pause_that_telegram_asked_for_is_kept_for_its_chat_and_ends() {
        var now = Instant.parse("2026-03-01T10:00:00Z");
        policy.pause(1, now.plusSeconds(30));
        policy.pause(1, now.plusSeconds(5));
        assertThat(policy.isPaused(1, now.plusSeconds(29))).isTrue();
        assertThat(policy.isPaused(2, now)).isFalse();
        assertThat(policy.isPaused(1, now.plusSeconds(30))).isFalse();
    }

    @Test
    void pauses_grow_to_a_quarter_of_a_minute() {
        assertThat(policy.pauseAfter(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
        assertThat(policy.pauseAfter(3)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
        assertThat(policy.pauseAfter(100)).isLessThanOrEqualTo(Duration.ofSeconds(23));
    }
}
