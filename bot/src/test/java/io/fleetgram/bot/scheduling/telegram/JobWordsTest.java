package io.fleetgram.bot.scheduling.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobWordsTest {

    @ParameterizedTest
    @CsvSource({"PT0.25S, 250 ms", "PT90S, 90 s", "PT5M, 5 min", "PT1H, 1 h", "PT36H, 36 h", "PT0S, 0 s"})
    void a_span_has_the_largest_unit_that_leaves_nothing_over(Duration span, String words) {
        assertThat(JobWords.span(span)).isEqualTo(words);
    }
}
