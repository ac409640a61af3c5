package io.fleetgram.bot.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.traffic.Booking.Cell;
import io.fleetgram.bot.traffic.Booking.Owner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LateBytesTest {

    @Test
    void bytes_of_hours_before_the_present_term_are_late_and_no_others() {
        var cells = List.of(
                new Cell(99, new Owner(1, 10), 1, 10),
                new Cell(99, new Owner(1, 11), 2, 20),
                new Cell(99, new Owner(2, 10), 4, 40),
                new Cell(100, new Owner(1, 10), 8, 80),
                new Cell(101, new Owner(1, 10), 16, 160));

        assertThat(LateBytes.among(cells, Map.of(1L, 101)))
                .containsExactly(new LateBytes(1, 99, 3, 30), new LateBytes(1, 100, 8, 80));
    }

    @Test
    void an_account_whose_term_began_before_everything_has_nothing_late() {
        assertThat(LateBytes.among(List.of(new Cell(99, new Owner(1, 10), 1, 10)), Map.of()))
                .isEmpty();
    }
}
