package io.fleetgram.demo.emulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlParserTest {

    @ParameterizedTest
    @CsvSource({
        "<b>x</b>, BOLD",
        "<strong>x</strong>, BOLD",
        "<i>x</i>, ITALIC",
        "<em>x</em>, ITALIC",
        "<u>x</u>, UNDERLINE",
        "<ins>x</ins>, UNDERLINE",
        "<s>x</s>, STRIKETHROUGH",
        "<strike>x</strike>, STRIKETHROUGH",
        "<del>x</del>, STRIKETHROUGH",
        "<tg-spoiler>x</tg-spoiler>, SPOILER",
        "<span class=\"tg-spoiler\">x</span>, SPOILER",
        "<code>x</code>, CODE",
        "<pre>x</pre>, PRE",
        "<blockquote>x</blockquote>, BLOCKQUOTE",
        "<blockquote expandable>x</blockquote>, EXPANDABLE_BLOCKQUOTE",
        "<B>x</B>, BOLD",
        "<b>x</>, BOLD",
        "<b >x</b >, BOLD"
    })
    void each_tag_becomes_its_entity(String html, EntityKind kind) {
        assertThat(parsed(html)).isEqualTo(text("x", new Entity(kind, 0, 1)));
    }

    @Test
    void offsets_count_utf16_units() {
        assertThat(parsed("🌍 <b>Ночь 🌙</b>!")).isEqualTo(text("🌍 Ночь 🌙!", new Entity(EntityKind.BOLD, 3, 7)));
    }

    @Test
    void the_outer_entity_comes_first() {
        assertThat(parsed("<i>a<b>b</b></i><u>c</u>").entities())
                .containsExactly(
                        new Entity(EntityKind.ITALIC, 0, 2),
                        new Entity(EntityKind.BOLD, 1, 1),
                        new Entity(EntityKind.UNDERLINE, 2, 1));
    }

    @Test
    void four_names_and_all_numbers_are_references_and_the_rest_is_text() {
        assertThat(parsed("&lt;&gt;&amp;&quot;&#65;&#x42;&nbsp;&unknown; & &lt").text())
                .isEqualTo("<>&\"AB&nbsp;&unknown; & <");
    }

    @Test
    void an_empty_tag_leaves_no_entity() {
        assertThat(parsed("a<b></b>").entities()).isEmpty();
    }

    @Test
    void a_link_carries_its_address_as_the_server_spells_it() {
        assertThat(parsed("<a href=\"https://Example.org?a=1&amp;b=2\">x</a>").entities())
                .containsExactly(new Entity(EntityKind.TEXT_LINK, 0, 1, "https://example.org/?a=1&b=2"));
    }

    @Test
    void a_link_without_a_dot_in_its_host_is_plain_text() {
        assertThat(parsed("<a href=\"http://localhost:8080/\">x</a>").entities())
                .isEmpty();
    }

    @Test
    void a_link_to_a_user_mentions_the_user() {
        assertThat(parsed("<a href='tg://user?id=42'>x</a>").entities())
                .containsExactly(new Entity(EntityKind.TEXT_MENTION, 0, 1, "42"));
    }

    @Test
    void pre_with_a_language_is_one_entity() {
        assertThat(parsed("<pre><code class=\"language-json\">{}</code></pre>").entities())
                .containsExactly(new Entity(EntityKind.PRE, 0, 2, "json"));
    }

    @Test
    void a_time_carries_its_seconds_and_format() {
        assertThat(parsed("<tg-time unix=\"1700000000\" format=\"wDT\">then</tg-time>")
                        .entities())
                .containsExactly(new Entity(EntityKind.DATE_TIME, 0, 4, "1700000000 wDT"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ü <b | Unclosed start tag at byte offset 3",
                "<b>open | Can't find end tag corresponding to start tag \"b\"",
                "x</b> | Unexpected end tag at byte offset 1",
                "<b>x</i> | Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
                "<b>x</b | Unclosed end tag at byte offset 4",
                "<div>x</div> | Unsupported start tag \"div\" at byte offset 0",
                "1 < 2 | Unsupported start tag \"\" at byte offset 2",
                "line<br/> | Unsupported start tag \"br/\" at byte offset 4",
                "<span>x</span> | Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
                "<a href=\"x>y</a> | Unclosed start tag at byte offset 0",
                "<a =x>y</a> | Empty attribute name in the tag \"a\" at byte offset 0",
                "<a href=http://x>y</a> | Unexpected end of name token at byte offset 8",
                "<a href | Unclosed start tag \"a\" at byte offset 0",
                "<tg-emoji emoji-id=\"x\">y</tg-emoji> | Invalid custom emoji identifier specified"
            })
    void what_the_server_refuses_is_refused_in_its_words(String html, String reason) {
        assertThat(HtmlParser.parse(html)).isEqualTo(new Parsed.Malformed(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#xD800;", "&#57343;"})
    void half_a_symbol_is_refused(String html) {
        assertThat(HtmlParser.parse(html))
                .isInstanceOfSatisfying(
                        Parsed.Malformed.class,
                        malformed ->
                                assertThat(malformed.reason()).startsWith("Text contains invalid Unicode characters"));
    }

    private static FormattedText parsed(String html) {
        return switch (HtmlParser.parse(html)) {
            case Parsed.Sound sound -> sound.text();
            case Parsed.Malformed malformed -> throw new AssertionError(malformed.reason());
        };
    }

    private static FormattedText text(String text, Entity... entities) {
        return new FormattedText(text, List.of(entities));
    }
}
