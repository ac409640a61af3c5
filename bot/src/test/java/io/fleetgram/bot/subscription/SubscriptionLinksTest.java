package io.fleetgram.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.bot.SeededRandom;
import io.fleetgram.bot.accounts.SubscriptionToken;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionLinksTest {

    private final SubscriptionToken token = SubscriptionToken.random(SeededRandom.keys(1));

    @ParameterizedTest
    @ValueSource(strings = {"https://sub.example.org", "https://sub.example.org/", "https://example.org/some/prefix//"})
    void a_link_that_was_written_is_recognized(String publicUrl) {
        var link = new SubscriptionLinks(URI.create(publicUrl)).of(token);
        assertThat(link).startsWith("https://").endsWith("/sub/" + token.text()).doesNotContain("//sub/");
        assertThat(SubscriptionLinks.tokenIn("  " + link + "\n")).contains(token);
        assertThat(SubscriptionLinks.tokenIn(link + "?format=plain")).contains(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "https://example.org/sub/short", "/sub/abcdefghijkmnpqrstuvwxyz23456789"})
    void other_text_is_no_link(String text) {
        assertThat(SubscriptionLinks.tokenIn(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org", "example.org", "https://example.org/?a=b", "mailto:a@b"})
    void an_address_that_clients_cannot_fetch_from_is_refused(String publicUrl) {
        assertThatThrownBy(() -> new SubscriptionLinks(URI.create(publicUrl)))
                .hasMessageContaining("fleetgram.subscription.public-url");
    }
}
