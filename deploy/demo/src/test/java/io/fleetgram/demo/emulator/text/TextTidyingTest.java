package io.fleetgram.demo.emulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTidyingTest {

    @Test
    void blanks_around_the_text_go_and_entities_follow() {
        assertThat(tidied("  \n ab c \n", new Entity(EntityKind.BOLD, 4, 2)))
                .isEqualTo(text("ab c", new Entity(EntityKind.BOLD, 0, 2)));
    }

    @Test
    void blanks_inside_the_first_entity_stay() {
        assertThat(tidied(" \n x", new Entity(EntityKind.CODE, 1, 3)))
                .isEqualTo(text("\n x", new Entity(EntityKind.CODE, 0, 3)));
    }

    @Test
    void control_characters_become_blanks_and_carriage_returns_vanish() {
        assertThat(tidied("a\tb\r\nc\u0001d").text()).isEqualTo("a b\nc d");
    }

    @Test
    void direction_isolates_stay_and_embeddings_vanish() {
        assertThat(tidied("\u2066a\u2069\u202ab\u202c").text()).isEqualTo("\u2066a\u2069b");
    }

    @Test
    void nothing_but_blanks_is_empty() {
        assertThat(tidied(" \n\t ", new Entity(EntityKind.BOLD, 0, 2)).isEmpty())
                .isTrue();
    }

    @Test
    void bold_inside_code_is_dropped_and_bold_around_code_is_cut() {
        assertThat(tidied("abcd", new Entity(EntityKind.BOLD, 0, 4), new Entity(EntityKind.CODE, 1, 2))
                        .entities())
                .containsExactly(
                        new Entity(EntityKind.BOLD, 0, 1),
                        new Entity(EntityKind.CODE, 1, 2),
                        new Entity(EntityKind.BOLD, 3, 1));
    }

    @Test
    void a_link_inside_code_is_dropped() {
        assertThat(tidied(
                                "abcd",
                                new Entity(EntityKind.CODE, 0, 4),
                                new Entity(EntityKind.TEXT_LINK, 1, 2, "http://x.y/"))
                        .entities())
                .containsExactly(new Entity(EntityKind.CODE, 0, 4));
    }

    @Test
    void equal_styles_that_touch_become_one() {
        assertThat(tidied("abcd", new Entity(EntityKind.ITALIC, 0, 2), new Entity(EntityKind.ITALIC, 2, 2))
                        .entities())
                .containsExactly(new Entity(EntityKind.ITALIC, 0, 4));
    }

    @Test
    void a_style_is_cut_where_another_begins() {
        assertThat(tidied("abcdef", new Entity(EntityKind.BOLD, 0, 6), new Entity(EntityKind.ITALIC, 2, 2))
                        .entities())
                .containsExactly(
                        new Entity(EntityKind.BOLD, 0, 2),
                        new Entity(EntityKind.BOLD, 2, 4),
                        new Entity(EntityKind.ITALIC, 2, 2));
    }

    @Test
    void a_quote_holds_links_but_no_quote() {
        assertThat(tidied(
                                "abcd",
                                new Entity(EntityKind.BLOCKQUOTE, 0, 4),
                                new Entity(EntityKind.EXPANDABLE_BLOCKQUOTE, 1, 2),
                                new Entity(EntityKind.TEXT_LINK, 1, 2, "http://x.y/"))
                        .entities())
                .containsExactly(
                        new Entity(EntityKind.BLOCKQUOTE, 0, 4), new Entity(EntityKind.TEXT_LINK, 1, 2, "http://x.y/"));
    }

    private static FormattedText tidied(String text, Entity... entities) {
        return TextTidying.tidy(text(text, entities));
    }

    private static FormattedText text(String text, Entity... entities) {
        return new FormattedText(text, List.of(entities));
    }
}
