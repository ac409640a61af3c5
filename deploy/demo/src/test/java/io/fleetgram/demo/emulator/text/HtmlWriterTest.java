package io.fleetgram.demo.emulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {
    private static final List<EntityKind> KINDS = List.of(
            EntityKind.BOLD,
            EntityKind.ITALIC,
            EntityKind.UNDERLINE,
            EntityKind.STRIKETHROUGH,
            EntityKind.SPOILER,
            EntityKind.CODE,
            EntityKind.PRE,
            EntityKind.BLOCKQUOTE,
            EntityKind.EXPANDABLE_BLOCKQUOTE,
            EntityKind.TEXT_LINK);

    @Test
    void what_is_written_reads_back_as_the_same_text() {
        var random = new Random(20261101);
        for (int round = 0; round < 5_000; round++) {
            var tidy = TextTidying.tidy(arbitrary(random));
            var html = HtmlWriter.write(tidy);
            assertThat(HtmlParser.parse(html))
                    .as("round %d: %s", round, html)
                    .isInstanceOfSatisfying(
                            Parsed.Sound.class,
                            sound -> assertThat(TextTidying.tidy(sound.text())).isEqualTo(tidy));
        }
    }

    @Test
    void what_is_tidy_stays_as_it_is() {
        var random = new Random(20261102);
        for (int round = 0; round < 5_000; round++) {
            var tidy = TextTidying.tidy(arbitrary(random));
            assertThat(TextTidying.tidy(tidy)).isEqualTo(tidy);
        }
    }

    @Test
    void markup_in_a_text_is_only_text() {
        assertThat(HtmlWriter.write(FormattedText.plain("<script>alert(\"&\")</script>")))
                .isEqualTo("&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;");
    }

    private static FormattedText arbitrary(Random random) {
        var letters = "ab<>&\" \n\u00e4\u043f";
        var text = new StringBuilder();
        int length = 1 + random.nextInt(14);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        var entities = new ArrayList<Entity>();
        for (int i = random.nextInt(5); i > 0; i--) {
            int offset = random.nextInt(length);
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var detail = kind == EntityKind.TEXT_LINK ? "https://example.org/?a=1&b=\"2\"" : "";
            entities.add(new Entity(kind, offset, 1 + random.nextInt(length - offset), detail));
        }
        return new FormattedText(text.toString(), entities);
    }
}
