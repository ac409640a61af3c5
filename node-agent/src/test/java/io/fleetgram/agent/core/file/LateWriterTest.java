package io.fleetgram.agent.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Configuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LateWriterTest {

    private final HandScheduler scheduler = new HandScheduler();
    private final List<Configuration> written = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private final LateWriter late =
            new LateWriter(new WritingTiming(WritingDelays.DEFAULT, () -> now, scheduler), written::add);

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void each_change_puts_the_write_off_again() {
        for (int second : new int[] {0, 3, 6}) {
            now = Duration.ofSeconds(second);
            late.accept(new Configuration(List.of()));
        }
        assertThat(scheduler.delays).containsOnly(Duration.ofSeconds(5));
        assertThat(written).isEmpty();
    }

    @Test
    void but_not_longer_than_a_minute_in_all() {
        late.accept(new Configuration(List.of()));
        now = Duration.ofSeconds(58);
        late.accept(new Configuration(List.of()));
        now = Duration.ofSeconds(70);
        late.accept(new Configuration(List.of()));
        assertThat(scheduler.delays).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ZERO);
    }

    @Test
    void the_newest_is_written_once() {
        var newest = new Configuration(List.of());
        late.accept(new Configuration(List.of()));
        late.accept(newest);
        late.flush();
        late.flush();
        assertThat(written).hasSize(1);
        assertThat(written.get(0)).isSameAs(newest);
    }

    @Test
    void what_is_forgotten_is_never_written() {
        late.accept(new Configuration(List.of()));
        late.forget();
        late.flush();
        assertThat(written).isEmpty();
    }
}
