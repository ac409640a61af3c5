package io.fleetgram.bot.telegram.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;
import org.junit.jupiter.api.Test;

class ViewLimitsTest {

    @Test
    void markup_does_not_count() {
        var view = View.of(new Html("<b>" + "x".repeat(4096) + "</b>"));
        assertThat(ViewLimits.fit(view)).isSameAs(view);
    }

    @Test
    void too_much_is_cut_at_the_end_of_a_line_and_says_so() {
        var cut = ViewLimits.fit(View.of(new Html("<i>0123456789</i>\n".repeat(1000))));
        assertThat(cut.text().stripped().length()).isLessThanOrEqualTo(4096).isGreaterThan(4070);
        assertThat(cut.text().markup()).endsWith("</i>\n…");
    }

    @Test
    void a_caption_is_shorter() {
        var view = View.of(new Html("line\n".repeat(500))).with(new View.Picture("a.png", new byte[1]));
        var cut = ViewLimits.fit(view);
        assertThat(cut.text().stripped().length()).isLessThanOrEqualTo(1024);
        assertThat(cut.picture()).isPresent();
    }
}
