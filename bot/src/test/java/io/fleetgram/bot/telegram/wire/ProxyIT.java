package io.fleetgram.bot.telegram.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.telegram.BotApiStandIn;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;
import io.fleetgram.bot.telegram.app.BotApi;
import io.fleetgram.bot.telegram.app.Delivery;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A Bot API server of one's own, reached through a proxy. */
class ProxyIT {

    @Test
    void calls_go_through_the_http_proxy_to_the_named_server() {
        try (var proxy = new BotApiStandIn();
                var api = new TelegramBotApi(new TelegramServer(
                        URI.create("http://bot-api.invalid:8081"),
                        "42:token",
                        Optional.of(proxy.url()),
                        Duration.ofSeconds(1)))) {
            assertThat(api.send(1, View.of(Html.text("hello")), BotApi.Manner.LOUD))
                    .isInstanceOf(Delivery.Delivered.class);
            assertThat(proxy.calls("sendmessage")).hasSize(1);
        }
    }
}
