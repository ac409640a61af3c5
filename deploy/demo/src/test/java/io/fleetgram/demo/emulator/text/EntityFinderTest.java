package io.fleetgram.demo.emulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityFinderTest {

    @ParameterizedTest
    @CsvSource({
        "/start abc, BOT_COMMAND, 0, 6",
        "see /nodes@some_bot now, BOT_COMMAND, 4, 15",
        "at https://example.org/a?b=1., URL, 3, 25",
        "ask @somebody please, MENTION, 4, 9",
        "mail ops@example.org now, EMAIL, 5, 15",
        "all #down today, HASHTAG, 4, 5"
    })
    void the_server_marks_what_it_knows(String text, EntityKind kind, int offset, int length) {
        assertThat(EntityFinder.mark(FormattedText.plain(text)).entities())
                .containsExactly(new Entity(kind, offset, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "10/20", "http:// x", "#1", "a@b", "no/start"})
    void other_texts_are_left_alone(String text) {
        assertThat(EntityFinder.mark(FormattedText.plain(text)).entities()).isEmpty();
    }

    @Test
    void nothing_is_marked_inside_code() {
        var code = new Entity(EntityKind.CODE, 0, 6);
        assertThat(EntityFinder.mark(new FormattedText("/start", List.of(code))).entities())
                .containsExactly(code);
    }
}
