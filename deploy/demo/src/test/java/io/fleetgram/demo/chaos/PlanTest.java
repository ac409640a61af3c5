package io.fleetgram.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTest {

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_seed_is_a_plan(long seed) {
        assertThat(Plan.of(seed, 40, 3)).isEqualTo(Plan.of(seed, 40, 3)).isNotEqualTo(Plan.of(seed + 1, 40, 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void twenty_kills_are_five_of_each_victim(long seed) {
        var plan = Plan.of(seed, 20, 2);
        for (var victim : Victim.values()) {
            assertThat(plan.kills(victim)).as(victim.title()).isEqualTo(5);
        }
        assertThat(plan.strokes().stream().mapToInt(Stroke::kills).sum()).isEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_number_of_kills_is_dealt(long seed) {
        int kills = 1 + (int) seed;
        var plan = Plan.of(seed, kills, 1);
        assertThat(plan.strokes().stream().mapToInt(Stroke::kills).sum()).isEqualTo(kills);
        assertThat(plan.strokes()).allMatch(stroke -> stroke.node() == 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void two_hundred_kills_meet_every_moment(long seed) {
        assertThat(Plan.of(seed, 200, 3).strokes().stream().map(Stroke::moment)).contains(Moment.values());
    }
}
