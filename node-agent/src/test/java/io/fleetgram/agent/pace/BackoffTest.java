package io.fleetgram.agent.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration CAP = Duration.ofSeconds(20);

    @Test
    void pauses_grow_to_the_cap_and_stay_below_it() {
        var backoff = new Backoff(FIRST, CAP, new SplittableRandom(1));
        assertThat(backoff.next()).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(backoff.next()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.next()).isBetween(Duration.ofSeconds(1), CAP);
        }
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(FIRST);
    }

    @Test
    void a_hundred_agents_cut_off_for_ten_minutes_are_all_back_within_a_minute_and_never_in_a_crowd() {
        var cutOff = Duration.ofMinutes(10);
        var arrivals = new ArrayList<Long>();
        for (int agent = 0; agent < 100; agent++) {
            var backoff = new Backoff(FIRST, CAP, new SplittableRandom(agent));
            var now = Duration.ZERO;
            while (now.compareTo(cutOff) < 0) {
                now = now.plus(backoff.next());
            }
            arrivals.add(now.minus(cutOff).toSeconds());
        }
        assertThat(Collections.max(arrivals)).isLessThan(60);
        assertThat(arrivals.stream().mapToInt(second -> Collections.frequency(arrivals, second)))
                .allMatch(inOneSecond -> inOneSecond <= 20);
    }
}
