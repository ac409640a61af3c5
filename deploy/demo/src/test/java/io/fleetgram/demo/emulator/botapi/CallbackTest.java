package io.fleetgram.demo.emulator.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallbackTest {
    private static final String TOO_LATE =
            "400 Bad Request: query is too old and response timeout expired or query ID is invalid";

    private final Api api;
    private final String message;

    CallbackTest() throws InterruptedException {
        api = new Api();
        message = api.send("x", "reply_markup", "{\"inline_keyboard\":[[{\"text\":\"Go\",\"callback_data\":\"go\"}]]}");
    }

    @Test
    void a_tap_reaches_the_bot_with_its_message() throws InterruptedException {
        var tap = api.taps(message, "Go");
        var update = api.call("getUpdates", "offset", "-1").path(0).path("callback_query");
        assertThat(update.path("id").asText()).isEqualTo(tap.id());
        assertThat(update.path("data").asText()).isEqualTo("go");
        assertThat(update.path("from").path("id").asLong()).isEqualTo(Api.ADA);
        assertThat(update.path("message").path("message_id").asText()).isEqualTo(message);
        assertThat(update.path("chat_instance").asText()).isNotEmpty();
    }

    @Test
    void a_tap_is_answered_once() throws InterruptedException {
        var tap = api.taps(message, "Go");
        assertThat(api.call("answerCallbackQuery", "callback_query_id", tap.id(), "text", "ok")
                        .asBoolean())
                .isTrue();
        assertThat(api.refusal("answerCallbackQuery", "callback_query_id", tap.id()))
                .isEqualTo(TOO_LATE);
    }

    @Test
    void an_unknown_tap_or_an_old_one_cannot_be_answered() throws InterruptedException {
        assertThat(api.refusal("answerCallbackQuery", "callback_query_id", "12345"))
                .isEqualTo(TOO_LATE);
        assertThat(api.refusal("answerCallbackQuery")).isEqualTo(TOO_LATE);
        var tap = api.taps(message, "Go");
        api.pass(Duration.ofSeconds(16));
        assertThat(api.refusal("answerCallbackQuery", "callback_query_id", tap.id()))
                .isEqualTo(TOO_LATE);
    }

    @Test
    void a_toast_holds_200_characters() throws InterruptedException {
        var tap = api.taps(message, "Go");
        assertThat(api.refusal("answerCallbackQuery", "callback_query_id", tap.id(), "text", "x".repeat(201)))
                .isEqualTo("400 Bad Request: MESSAGE_TOO_LONG");
    }
}
