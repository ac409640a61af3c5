package io.fleetgram.agent.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Notices notices = new Notices(() -> Instant.EPOCH);

    @Test
    void what_was_told_is_forgotten_and_what_came_meanwhile_is_not() {
        notices.add("drift", "one");
        var told = notices.waiting();
        notices.add("drift", "two");
        notices.told(told);
        assertThat(notices.waiting()).extracting(Notice::text).isEqualTo(List.of("two"));
    }

    @Test
    void the_oldest_give_way_to_the_newest() {
        for (int notice = 0; notice < 150; notice++) {
            notices.add("drift", "" + notice);
        }
        assertThat(notices.waiting())
                .hasSize(Notices.MOST)
                .first()
                .extracting(Notice::text)
                .isEqualTo("50");
    }
}
