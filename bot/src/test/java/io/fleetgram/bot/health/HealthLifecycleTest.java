package io.fleetgram.bot.health;

import static io.fleetgram.bot.fleet.NodeVerdict.DEGRADED;
import static io.fleetgram.bot.fleet.NodeVerdict.OFFLINE;
import static io.fleetgram.bot.fleet.NodeVerdict.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.fleet.NodeVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Three bad checks in a row make it worse, two good ones better. W: well, t: troubled, x: dead. */
class HealthLifecycleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(30);

    private record Edge(Optional<NodeVerdict> from, NodeVerdict to) {}

    private HealthState state = HealthState.unseen(START);
    private Instant now = START;

    @Test
    void every_edge_and_no_other_is_walked() {
        var walked = new HashSet<Edge>();
        for (var life : List.of("W", "t", "xxx", "Wtttttxxx", "WxxxWW", "WxxxttWW", "WttttWW")) {
            state = HealthState.unseen(START);
            for (char grade : life.toCharArray()) {
                var before = state.verdict();
                check(grade);
                if (!state.verdict().equals(before)) {
                    walked.add(new Edge(before, state.verdict().orElseThrow()));
                }
            }
        }
        assertThat(walked)
                .isEqualTo(Set.of(
                        new Edge(Optional.empty(), ONLINE),
                        new Edge(Optional.empty(), DEGRADED),
                        new Edge(Optional.empty(), OFFLINE),
                        new Edge(Optional.of(ONLINE), DEGRADED),
                        new Edge(Optional.of(ONLINE), OFFLINE),
                        new Edge(Optional.of(DEGRADED), ONLINE),
                        new Edge(Optional.of(DEGRADED), OFFLINE),
                        new Edge(Optional.of(OFFLINE), DEGRADED),
                        new Edge(Optional.of(OFFLINE), ONLINE)));
    }

    @Test
    void a_node_that_serves_has_its_verdict_at_once_and_one_that_does_not_only_after_three_checks() {
        assertThat(verdicts("WW")).containsExactly(ONLINE, ONLINE);
        state = HealthState.unseen(START);
        assertThat(verdicts("xx")).containsExactly(null, null);
        assertThat(verdicts("x")).containsExactly(OFFLINE);
    }

    @Test
    void two_bad_checks_change_nothing_however_often_they_come() {
        assertThat(verdicts("W" + "xxW".repeat(20))).containsOnly(ONLINE);
    }

    @Test
    void trouble_counts_with_death_towards_degraded_and_death_alone_towards_offline() {
        assertThat(verdicts("Wtxt")).endsWith(ONLINE, ONLINE, DEGRADED);
        assertThat(verdicts("xxt")).containsOnly(DEGRADED);
        assertThat(verdicts("xxx")).endsWith(DEGRADED, OFFLINE);
    }

    @Test
    void a_node_that_falls_back_again_and_again_needs_twice_as_many_good_checks_each_time() {
        verdicts("W");
        var needed = new ArrayList<Integer>();
        for (int fall = 0; fall < 7; fall++) {
            verdicts("xxx");
            assertThat(state.verdict()).contains(OFFLINE);
            int good = 0;
            while (!state.verdict().equals(Optional.of(ONLINE))) {
                check('W');
                good++;
            }
            needed.add(good);
        }
        assertThat(needed).containsExactly(2, 4, 8, 16, 32, 32, 32);
    }

    @Test
    void each_steady_half_hour_forgives_one_fall() {
        verdicts("WxxxWWxxx" + "W".repeat(4) + "xxx" + "W".repeat(8));
        assertThat(state.flaps()).isEqualTo(3);
        verdicts("W".repeat(61));
        assertThat(state.flaps()).isEqualTo(2);
        verdicts("W".repeat(61 * 2));
        assertThat(state.flaps()).isZero();
        verdicts("xxxWW");
        assertThat(state.verdict()).contains(ONLINE);
    }

    @Test
    void whatever_comes_a_verdict_worse_than_before_needs_three_bad_checks_and_a_better_one_two_good_ones() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            state = HealthState.unseen(START);
            check('W');
            var last = "";
            for (int i = 0; i < 200; i++) {
                char grade = "Wtx".charAt(random.nextInt(3));
                last = (last + grade).substring(Math.max(0, last.length() - 2));
                var before = state.verdict().orElseThrow();
                check(grade);
                var after = state.verdict().orElseThrow();
                if (after.compareTo(before) > 0) {
                    assertThat(last).as("seed %d, check %d", seed, i).matches(after == OFFLINE ? "xxx" : "[tx]{3}");
                } else if (after.compareTo(before) < 0) {
                    assertThat(last).as("seed %d, check %d", seed, i).endsWith(after == ONLINE ? "WW" : "t");
                }
            }
        }
    }

    private List<NodeVerdict> verdicts(String grades) {
        var verdicts = new ArrayList<NodeVerdict>();
        for (char grade : grades.toCharArray()) {
            check(grade);
            verdicts.add(state.verdict().orElse(null));
        }
        return verdicts;
    }

    private void check(char grade) {
        now = now.plus(STEP);
        var graded = switch (grade) {
            case 'W' -> Grade.WELL;
            case 't' -> Grade.TROUBLED;
            default -> Grade.DEAD;
        };
        state = HealthLifecycle.after(state, graded, HealthPolicy.USUAL, now);
    }
}
