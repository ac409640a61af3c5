package io.fleetgram.agent.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyncAttemptsTest {

    private final SyncAttempts attempts = new SyncAttempts();

    @Test
    void before_anything_was_tried_nothing_failed_and_nothing_went_well() {
        assertThat(attempts.view()).isEqualTo(SyncAttempts.View.UNTRIED);
        attempts.applied();
        assertThat(attempts.view().succeeded()).as("nothing was stored yet").isFalse();
        attempts.stored();
        assertThat(attempts.view().succeeded()).isTrue();
    }

    @Test
    void failures_are_counted_in_a_row_and_a_success_of_the_same_kind_ends_them() {
        assertThat(attempts.storingFailed("disk full")).isTrue();
        assertThat(attempts.storingFailed("disk full"))
                .as("the same again is no news")
                .isFalse();
        attempts.applied();
        assertThat(attempts.view()).isEqualTo(new SyncAttempts.View(2, "disk full", false));
        attempts.stored();
        assertThat(attempts.view()).isEqualTo(new SyncAttempts.View(0, "", true));
        assertThat(attempts.storingFailed("disk full")).isTrue();
    }
}
