package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole path: poll, inbox, screen, outbox, edit. */
class ChatIT {

    private final BotApiStandIn api = new BotApiStandIn();
    private final TestChat chat = TestChat.start(api.url());

    @AfterEach
    void stop() {
        chat.close();
        api.close();
    }

    @Test
    void a_tap_changes_the_screen_in_place() {
        api.write(1, TestChat.OWNER, "/start");
        Eventually.asserted(() -> assertThat(last().text("text")).isEqualTo("first = 0"));
        assertThat(last().method()).isEqualTo("sendmessage");
        api.tap(2, TestChat.OWNER, 101, "raise");
        Eventually.asserted(() -> assertThat(last().text("text")).isEqualTo("first = 1"));
        assertThat(last().method()).isEqualTo("editmessagetext");
        assertThat(last().text("message_id")).isEqualTo("101");
        assertThat(api.calls("answercallbackquery")).hasSize(1);
        Eventually.holds(() -> api.unconfirmed() == 0);
    }

    private BotApiStandIn.Call last() {
        var shown = api.shown();
        assertThat(shown).isNotEmpty();
        return shown.getLast();
    }
}
