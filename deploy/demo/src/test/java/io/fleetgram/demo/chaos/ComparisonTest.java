package io.fleetgram.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.books.Amount;
import io.fleetgram.demo.books.Cell;
import io.fleetgram.demo.chaos.Comparison.Moved;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A kill run can fail: one byte is enough. */
class ComparisonTest {

    private static final Cell CELL = new Cell("calm-1", "node-1");
    private static final Amount WENT = new Amount(1_000, 20_000);
    private static final Moved EXACT = new Moved(WENT, Amount.NONE, Amount.NONE);

    private static Comparison of(Moved moved, long uplink, long downlink) {
        return Comparison.of(Map.of(CELL, moved), Map.of(CELL, new Amount(uplink, downlink)));
    }

    @Test
    void what_went_is_what_is_booked() {
        assertThat(of(EXACT, 1_000, 20_000).isGood()).isTrue();
    }

    @Test
    void a_byte_too_few_is_found_and_named() {
        var comparison = of(EXACT, 1_000, 19_999);
        assertThat(comparison.isGood()).isFalse();
        assertThat(comparison.bad()).singleElement().satisfies(row -> {
            assertThat(row.direction()).isEqualTo("down");
            assertThat(row.lost()).isEqualTo(1);
            assertThat(row.doubled()).isZero();
        });
    }

    @Test
    void a_byte_too_many_is_found_and_named() {
        var comparison = of(EXACT, 1_001, 20_000);
        assertThat(comparison.isGood()).isFalse();
        assertThat(comparison.bad()).singleElement().satisfies(row -> {
            assertThat(row.direction()).isEqualTo("up");
            assertThat(row.doubled()).isEqualTo(1);
        });
    }

    @Test
    void a_cell_that_is_not_booked_at_all_is_found() {
        assertThat(Comparison.of(Map.of(CELL, EXACT), Map.of()).bad()).hasSize(2);
    }

    @Test
    void nothing_compared_is_nothing_shown() {
        assertThat(Comparison.of(Map.of(), Map.of()).isGood()).isFalse();
    }

    @Test
    void a_dead_core_excuses_what_it_had_not_told_and_not_a_byte_more() {
        var moved = new Moved(WENT, Amount.NONE, new Amount(10, 500));
        assertThat(of(moved, 990, 19_500).isGood()).isTrue();
        assertThat(of(moved, 989, 19_500).isGood()).isFalse();
        assertThat(of(moved, 990, 19_499).isGood()).isFalse();
        assertThat(of(moved, 1_001, 20_000).isGood()).isFalse();
    }

    @Test
    void a_torn_exchange_may_have_been_counted_once() {
        var moved = new Moved(WENT, new Amount(8, 50), Amount.NONE);
        assertThat(of(moved, 1_008, 20_050).isGood()).isTrue();
        assertThat(of(moved, 1_009, 20_050).isGood()).isFalse();
        assertThat(of(moved, 1_000, 19_999).isGood()).isFalse();
    }

    @Test
    void rows_without_any_allowance_are_told_apart() {
        assertThat(of(EXACT, 1_000, 20_000).exact()).hasSize(2);
        assertThat(of(new Moved(WENT, Amount.NONE, new Amount(0, 1)), 1_000, 20_000)
                        .exact())
                .hasSize(1);
    }

    @Test
    void more_than_went_is_seen_while_traffic_still_goes_on() {
        var moved = new Moved(WENT, new Amount(8, 50), Amount.NONE);
        assertThat(moved.covers(new Amount(1_008, 20_050))).isTrue();
        assertThat(moved.covers(new Amount(1_009, 0))).isFalse();
        assertThat(moved.covers(new Amount(0, 20_051))).isFalse();
    }
}
