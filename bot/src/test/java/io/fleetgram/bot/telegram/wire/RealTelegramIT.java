package io.fleetgram.bot.telegram.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;
import io.fleetgram.bot.telegram.app.BotApi;
import io.fleetgram.bot.telegram.app.Delivery;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * A smoke test against the real Telegram, for those who set {@code FLEETGRAM_SMOKE_TOKEN} and {@code FLEETGRAM_SMOKE_CHAT}
 * (a chat that has written to that bot).
 */
class RealTelegramIT {

    @Test
    void a_screen_is_sent_edited_and_deleted() {
        var token = System.getenv("FLEETGRAM_SMOKE_TOKEN");
        var chat = System.getenv("FLEETGRAM_SMOKE_CHAT");
        Assumptions.assumeTrue(token != null && chat != null, "no token and chat for the real Telegram");
        var server = new TelegramServer(
                URI.create("https://api.telegram.org"), token, Optional.empty(), Duration.ofSeconds(50));
        try (var api = new TelegramBotApi(server)) {
            long chatId = Long.parseLong(chat);
            var view = View.of(Html.text("Fleetgram smoke <test> & more")).row(Button.danger("A", Address.of("a")));
            var sent = api.send(chatId, view, BotApi.Manner.SILENT);
            assertThat(sent).isInstanceOf(Delivery.Delivered.class);
            long message = ((Delivery.Delivered) sent).messageId();
            assertThat(api.edit(chatId, message, view)).isEqualTo(sent);
            assertThat(api.edit(chatId, message, View.of(Html.bold("edited")))).isEqualTo(sent);
            assertThat(api.delete(chatId, message)).isTrue();
        }
    }
}
