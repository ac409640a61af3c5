package io.fleetgram.bot.telegram.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramSettingsTest {

    private static final URI TELEGRAM = URI.create("https://api.telegram.org");
    private static final Duration POLL = Duration.ofSeconds(50);

    @Test
    void the_bots_id_is_in_its_token() {
        var server = new TelegramSettings("4242:AbC_d-e", "", TELEGRAM, "", POLL).server();
        assertThat(server.orElseThrow().botId()).isEqualTo(4242);
    }

    @Test
    void a_token_may_lie_in_a_file(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("token"), "4242:AbC\n");
        assertThat(new TelegramSettings("", file.toString(), TELEGRAM, "", POLL)
                        .server()
                        .orElseThrow()
                        .token())
                .isEqualTo("4242:AbC");
    }

    @Test
    void without_a_token_there_is_no_server() {
        assertThat(new TelegramSettings("", "", TELEGRAM, "", POLL).server()).isEmpty();
    }

    @Test
    void faults_are_named_with_the_setting() {
        assertThatThrownBy(() -> new TelegramSettings("a", "b", TELEGRAM, "", POLL))
                .hasMessageContaining("token-file");
        assertThatThrownBy(() -> new TelegramSettings("", "", URI.create("https://h/bot"), "", POLL))
                .hasMessageContaining("fleetgram.telegram.url");
        assertThatThrownBy(() -> new TelegramSettings("", "", TELEGRAM, "ftp://h:1", POLL))
                .hasMessageContaining("fleetgram.telegram.proxy");
        assertThatThrownBy(() -> new TelegramSettings("", "", TELEGRAM, "", Duration.ofSeconds(51)))
                .hasMessageContaining("poll-timeout");
        assertThatThrownBy(() -> new TelegramSettings("nonsense", "", TELEGRAM, "", POLL).server())
                .hasMessageContaining("BotFather");
    }

    @Test
    void no_secret_is_printed() {
        var settings = new TelegramSettings("4242:SECRET", "", TELEGRAM, "http://u:SECRET@proxy:3128", POLL);
        assertThat(settings + " " + settings.server()).doesNotContain("SECRET");
    }
}
