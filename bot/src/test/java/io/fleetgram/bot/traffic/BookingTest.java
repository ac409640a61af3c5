package io.fleetgram.bot.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.traffic.Booking.Cell;
import io.fleetgram.bot.traffic.Booking.Hours;
import io.fleetgram.bot.traffic.Booking.Owner;
import io.fleetgram.bot.traffic.Booking.Unclaimed;
import io.fleetgram.bot.traffic.Booking.Usage;
import io.fleetgram.bot.traffic.SealedBatch.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookingTest {

    private static final Map<String, Owner> OWNERS =
            Map.of("anna.in1", new Owner(1, 10), "anna.in2", new Owner(1, 11), "bela.in1", new Owner(2, 10));
    private static final Hours HOURS = new Hours(100, 105);

    @Test
    void rows_of_one_cell_are_added_up_and_come_in_the_order_of_their_keys() {
        var booking = Booking.of(
                List.of(
                        new Row("bela.in1", 101, 1, 2),
                        new Row("anna.in2", 101, 10, 20),
                        new Row("anna.in1", 101, 100, 200),
                        new Row("anna.in1", 101, 1_000, 2_000),
                        new Row("anna.in1", 100, 5, 5)),
                OWNERS,
                HOURS);

        assertThat(booking.cells())
                .containsExactly(
                        new Cell(100, new Owner(1, 10), 5, 5),
                        new Cell(101, new Owner(1, 10), 1_100, 2_200),
                        new Cell(101, new Owner(1, 11), 10, 20),
                        new Cell(101, new Owner(2, 10), 1, 2));
        assertThat(booking.usage()).containsExactly(new Usage(1, 101, 1_115, 2_225), new Usage(2, 101, 1, 2));
        assertThat(booking.unclaimed()).isEmpty();
        assertThat(booking.lastHour()).isEqualTo(101);
    }

    @Test
    void an_hour_outside_the_time_since_the_last_report_is_moved_to_its_edge() {
        var booking = Booking.of(
                List.of(new Row("anna.in1", 3, 1, 0), new Row("anna.in1", Integer.MAX_VALUE, 2, 0)), OWNERS, HOURS);

        assertThat(booking.cells()).extracting(Cell::hour).containsExactly(100, 105);
        assertThat(booking.lastHour()).isEqualTo(105);
    }

    @Test
    void bytes_under_a_key_that_nobody_had_are_kept_and_billed_to_nobody() {
        var booking = Booking.of(
                List.of(new Row("carl.in1", 101, 7, 8), new Row("carl.in1", 101, 1, 1), new Row("<b>é</b>", 101, 1, 0)),
                OWNERS,
                HOURS);

        assertThat(booking.usage()).isEmpty();
        assertThat(booking.unclaimed())
                .containsExactly(new Unclaimed(101, "<b>?</b>", 1, 0), new Unclaimed(101, "carl.in1", 8, 9));
    }

    @Test
    void a_counter_that_cannot_be_true_is_billed_to_nobody() {
        var booking =
                Booking.of(List.of(new Row("anna.in1", 101, -1, 5), new Row("anna.in1", 101, 3, 4)), OWNERS, HOURS);

        assertThat(booking.usage()).containsExactly(new Usage(1, 101, 3, 4));
        assertThat(booking.unclaimed()).containsExactly(new Unclaimed(101, "anna.in1", Booking.PLAUSIBLE, 5));
    }

    @Test
    void an_empty_batch_books_nothing() {
        assertThat(Booking.of(List.of(), OWNERS, HOURS))
                .isEqualTo(new Booking(List.of(), List.of(), List.of(), HOURS.from()));
    }
}
