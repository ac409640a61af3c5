package io.fleetgram.bot.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.alerts.Folding.Raised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldingTest {

    private final Map<String, Remembered> memory = new LinkedHashMap<>();
    private final List<Telling> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T14:00:00Z");

    @Test
    void what_is_new_is_told_at_once_and_what_comes_again_is_held_back_and_counted() {
        raise("de1", 1);
        assertThat(told).containsExactly(new Telling.OfOne(AlertKind.NODE_DISAGREED, "de1", "detail of de1", 1));
        raise("de1", 3);
        raise("de1", 2);
        assertThat(told).hasSize(1);
        sweep();
        assertThat(told).as("ten minutes have not passed").hasSize(1);

        var since = now;
        now = now.plus(Folding.WINDOW);
        sweep();
        assertThat(told)
                .last()
                .isEqualTo(new Telling.OfMany(AlertKind.NODE_DISAGREED, List.of("de1"), "detail of de1", 5, since));
        now = now.plus(Folding.WINDOW);
        sweep();
        assertThat(told).as("nothing new").hasSize(2);
    }

    @Test
    void of_a_storm_three_are_told_and_then_one_for_all_the_others() {
        raiseAll();
        assertThat(told).hasSize(3);
        for (int minute = 0; minute < 60; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            raiseAll();
            sweep();
        }
        assertThat(told.size()).as("messages in an hour of storm").isLessThanOrEqualTo(3 + 6 * 4);
        int nodes = told.stream()
                .filter(Telling.OfMany.class::isInstance)
                .mapToInt(telling -> ((Telling.OfMany) telling).nodes().size())
                .max()
                .orElse(0);
        assertThat(nodes).isGreaterThan(990);
    }

    @Test
    void nothing_is_lost_in_the_count() {
        int raised = 0;
        for (int minute = 0; minute < 45; minute++) {
            for (int i = 0; i < 7; i++) {
                raise("n" + (minute * i) % 11, 1 + i % 2);
                raised += 1 + i % 2;
            }
            sweep();
            now = now.plus(Duration.ofMinutes(1));
        }
        now = now.plus(Folding.WINDOW);
        sweep();
        int counted = told.stream()
                .mapToInt(telling -> switch (telling) {
                    case Telling.OfOne one -> one.times();
                    case Telling.OfMany many -> many.times();
                })
                .sum();
        assertThat(counted).isEqualTo(raised);
    }

    @Test
    void kinds_do_not_hold_each_other_back() {
        raise("n1", 1);
        raise("n2", 1);
        raise("n3", 1);
        raise("n4", 1);
        keep(Folding.take(memory.values(), List.of(new Raised(new Alert(AlertKind.SECOND_RUN, "n4", "two"), 1)), now));
        assertThat(told).last().isEqualTo(new Telling.OfOne(AlertKind.SECOND_RUN, "n4", "two", 1));
    }

    private void raiseAll() {
        keep(Folding.take(
                memory.values(),
                IntStream.range(100, 1_100)
                        .mapToObj(i -> new Raised(new Alert(AlertKind.NODE_DISAGREED, "n" + i, "all"), 1))
                        .toList(),
                now));
    }

    private void raise(String node, int times) {
        var alert = new Alert(AlertKind.NODE_DISAGREED, node, "detail of " + node);
        keep(Folding.take(memory.values(), List.of(new Raised(alert, times)), now));
    }

    private void sweep() {
        keep(Folding.sweep(memory.values(), now));
    }

    private void keep(Folding.Outcome outcome) {
        told.addAll(outcome.tellings());
        outcome.changed().forEach(one -> memory.put(one.kind() + one.node(), one));
    }
}
