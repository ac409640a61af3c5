package io.fleetgram.agent.converge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuarantineTest {

    private final Quarantine quarantine = new Quarantine(Duration.ofSeconds(10), Duration.ofSeconds(60));

    @Test
    void a_failed_entry_may_be_tried_again_when_its_pause_is_over() {
        quarantine.add("a/x.i", "form", "refused", at(0));
        assertThat(quarantine.obstacle("a/x.i", at(9))).contains("refused");
        assertThat(quarantine.obstacle("a/x.i", at(10))).isEmpty();
        assertThat(quarantine.holds("a/x.i")).isTrue();
    }

    @Test
    void the_pause_doubles_with_each_failure_up_to_its_cap() {
        int now = 0;
        for (int pause : new int[] {10, 20, 40, 60, 60}) {
            quarantine.add("a/x.i", "form", "refused", at(now));
            assertThat(quarantine.obstacle("a/x.i", at(now + pause - 1))).isPresent();
            now += pause;
            assertThat(quarantine.obstacle("a/x.i", at(now))).isEmpty();
        }
    }

    @Test
    void another_form_of_the_entry_begins_with_the_short_pause() {
        quarantine.add("a/x.i", "form", "refused", at(0));
        quarantine.add("a/x.i", "form", "refused", at(10));
        quarantine.add("a/x.i", "another", "refused", at(30));
        assertThat(quarantine.obstacle("a/x.i", at(40))).isEmpty();
    }

    @Test
    void an_entry_that_is_no_longer_desired_so_is_forgotten() {
        quarantine.add("a/x.i", "form", "refused", at(0));
        quarantine.add("a/y.i", "form", "refused", at(0));
        quarantine.retain((key, form) -> key.equals("a/y.i"));
        assertThat(quarantine.failures()).containsExactly(new FailedEntry("a/y.i", "refused", false));
    }

    @Test
    void an_entry_that_went_well_is_released() {
        quarantine.add("a/x.i", "form", "refused", at(0));
        quarantine.release("a/x.i");
        assertThat(quarantine.failures()).isEmpty();
    }

    private static Duration at(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
