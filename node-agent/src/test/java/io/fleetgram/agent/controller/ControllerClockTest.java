package io.fleetgram.agent.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ControllerClockTest {

    private static final Instant KNOWN = Instant.parse("2026-05-01T00:00:00Z");

    private Instant wall = KNOWN.plus(Duration.ofHours(1));
    private Duration elapsed = Duration.ZERO;

    @Test
    void after_an_answer_the_machines_clock_may_jump_as_it_likes() {
        var clock = new ControllerClock(() -> wall, () -> elapsed, KNOWN);
        clock.learn(KNOWN.plusSeconds(10));
        wall = Instant.EPOCH;
        elapsed = Duration.ofSeconds(5);
        assertThat(clock.instant()).isEqualTo(KNOWN.plusSeconds(15));
        assertThat(clock.isKnown()).isTrue();
    }

    @Test
    void before_an_answer_the_machines_clock_counts_within_thirty_days_of_what_was_known() {
        var clock = new ControllerClock(() -> wall, () -> elapsed, KNOWN);
        assertThat(clock.instant()).isEqualTo(wall);
        wall = Instant.EPOCH;
        assertThat(clock.instant()).isEqualTo(KNOWN);
        wall = KNOWN.plus(Duration.ofDays(400));
        assertThat(clock.instant()).isEqualTo(KNOWN.plus(Duration.ofDays(30)));
    }

    @Test
    void a_new_node_has_nothing_but_the_machines_clock() {
        assertThat(new ControllerClock(() -> wall, () -> elapsed, Instant.EPOCH).instant())
                .isEqualTo(wall);
    }
}
