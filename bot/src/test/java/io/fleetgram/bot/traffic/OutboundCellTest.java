package io.fleetgram.bot.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.traffic.SealedBatch.OutboundRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboundCellTest {

    private static final Booking.Hours HOURS = new Booking.Hours(100, 105);

    @Test
    void rows_of_one_outbound_and_hour_are_added_up_and_hours_lie_between_the_last_report_and_now() {
        assertThat(OutboundCell.of(
                        List.of(
                                new OutboundRow("direct", 101, 1, 10),
                                new OutboundRow("blocked", 101, 2, 20),
                                new OutboundRow("direct", 101, 4, 40),
                                new OutboundRow("direct", 7, 8, 80),
                                new OutboundRow("direct", 900, 16, 160)),
                        HOURS))
                .containsExactly(
                        new OutboundCell(100, "direct", 8, 80),
                        new OutboundCell(101, "blocked", 2, 20),
                        new OutboundCell(101, "direct", 5, 50),
                        new OutboundCell(105, "direct", 16, 160));
    }

    @Test
    void whatever_the_core_calls_it_and_however_much_it_says_it_can_be_kept() {
        assertThat(OutboundCell.of(List.of(new OutboundRow("out é", 100, -1, 1)), HOURS))
                .containsExactly(new OutboundCell(100, "out??", Booking.PLAUSIBLE, 1));
    }
}
