package io.fleetgram.bot.sync.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsTest {

    private final Runs runs = new Runs();

    @Test
    void an_agent_that_restarts_again_and_again_is_one_agent() {
        for (int i = 0; i < 100; i++) {
            assertThat(runs.secondRun("n1", "run" + i)).isFalse();
            assertThat(runs.secondRun("n1", "run" + i)).isFalse();
        }
    }

    @Test
    void a_run_that_comes_back_after_another_is_a_second_agent() {
        assertThat(runs.secondRun("n1", "machine")).isFalse();
        assertThat(runs.secondRun("n1", "clone")).isFalse();
        assertThat(runs.secondRun("n1", "machine")).isTrue();
    }

    @Test
    void nodes_are_told_apart() {
        assertThat(runs.secondRun("n1", "a")).isFalse();
        assertThat(runs.secondRun("n2", "b")).isFalse();
        assertThat(runs.secondRun("n1", "a")).isFalse();
    }
}
