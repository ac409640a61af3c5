package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    /** Keep text of another direction together; a reader does not see them. */
    private static final String ISOLATES = "[\u2066-\u2069]";

    @ParameterizedTest
    @ValueSource(strings = {"<b>&amp;\"'</b>", "a & b < c > d", "plain", "سلام & 你好"})
    void what_came_from_outside_reads_as_it_was_written(String text) {
        assertThat(Html.text(text).stripped().replaceAll(ISOLATES, "")).isEqualTo(text);
        assertThat(Html.code(text).stripped().replaceAll(ISOLATES, "")).isEqualTo(text);
        assertThat(Html.text(text).markup()).doesNotContain("<").doesNotContain(">");
    }
}
