package io.fleetgram.bot.telegram.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Texts;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTextsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final TextBundles bundles = new TextBundles(
            Map.of(
                    Locale.ENGLISH,
                    Map.of(
                            "a.name", "<b>{0}</b> of {1}",
                            "a.count", "{0, plural, one {# node} other {# nodes}}",
                            "a.only", "English",
                            "kit.ago.now", "just now",
                            "kit.ago.seconds", "{0} s ago",
                            "kit.ago.minutes", "{0} min ago",
                            "kit.ago.hours", "{0} h ago",
                            "kit.ago.days", "{0} d ago"),
                    Locale.forLanguageTag("ru"),
                    Map.of("a.count", "{0, plural, one {# узел} few {# узла} other {# узлов}}")),
            () -> NOW);
    private final Texts english = bundles.of(Optional.empty(), Optional.empty());

    @Test
    void an_argument_is_escaped_unless_it_is_markup() {
        assertThat(english.html("a.name", "<x>", Html.code("a&b")).markup())
                .isEqualTo("<b>&lt;x&gt;</b> of <code>a&amp;b</code>");
    }

    @Test
    void plain_words_have_no_markup_and_are_not_escaped() {
        assertThat(english.plain("a.count", 2)).isEqualTo("2 nodes");
        assertThat(english.plain("a.name", "a<b", Html.code("c&d"))).isEqualTo("<b>a<b</b> of c&d");
    }

    @Test
    void a_reader_gets_their_language_or_english() {
        assertThat(bundles.of(Optional.of("ru-RU"), Optional.empty()).plain("a.count", 3))
                .isEqualTo("3 узла");
        assertThat(bundles.of(Optional.of("ru"), Optional.empty()).plain("a.only"))
                .isEqualTo("English");
        assertThat(bundles.of(Optional.of("tlh"), Optional.empty()).plain("a.count", 1))
                .isEqualTo("1 node");
        assertThat(bundles.of(Optional.of("not a language!"), Optional.empty()).plain("a.count", 1))
                .isEqualTo("1 node");
    }

    @Test
    void an_unknown_key_is_a_fault() {
        assertThatThrownBy(() -> english.html("a.missing")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 B",
                "1023 | 1,023 B",
                "1536 | 1.5 KiB",
                "1073741824 | 1 GiB",
                "1610612736 | 1.5 GiB",
                "109951162777600 | 100 TiB",
                "-2048 | -2 KiB"
            })
    void bytes_carry_their_unit(long bytes, String words) {
        assertThat(english.bytes(bytes)).isEqualTo(words);
        assertThat(english.rate(bytes)).isEqualTo(words + "/s");
    }

    @Test
    void numbers_follow_the_language() {
        assertThat(bundles.of(Optional.of("ru"), Optional.empty()).bytes(1536)).isEqualTo("1,5 KiB");
    }

    @ParameterizedTest
    @CsvSource({"2, just now", "40, 40 s ago", "180, 3 min ago", "7200, 2 h ago", "259200, 3 d ago"})
    void past_times_are_told_from_now(long seconds, String words) {
        assertThat(english.ago(NOW.minusSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void clocks_show_the_readers_zone() {
        var tehran = bundles.of(Optional.empty(), Optional.of("Asia/Tehran"));
        assertThat(tehran.clock(NOW)).isEqualTo("15:30:00");
        assertThat(tehran.moment(NOW)).isEqualTo("2026-03-01 15:30:00");
        assertThat(bundles.of(Optional.empty(), Optional.of("No/Where")).clock(NOW))
                .isEqualTo("12:00:00");
    }
}
