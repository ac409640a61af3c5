package io.fleetgram.demo.emulator.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyboardTest {
    private final Api api;

    KeyboardTest() throws InterruptedException {
        api = new Api();
    }

    @Test
    void a_keyboard_comes_back_as_it_was_sent() throws InterruptedException {
        var markup = keyboard("{\"text\":\"Delete\",\"style\":\"danger\",\"callback_data\":\"d\"},"
                + "{\"text\":\"Copy\",\"copy_text\":{\"text\":\"abc\"}},"
                + "{\"text\":\"Open\",\"url\":\"https://example.org/\"}");
        var message = api.call("sendMessage", "chat_id", "7", "text", "x", "reply_markup", markup);
        assertThat(message.path("reply_markup")).isEqualTo(Json.parse(markup).orElseThrow());
    }

    @Test
    void an_empty_keyboard_is_none() throws InterruptedException {
        var message =
                api.call("sendMessage", "chat_id", "7", "text", "x", "reply_markup", "{\"inline_keyboard\":[[]]}");
        assertThat(message.has("reply_markup")).isFalse();
    }

    @Test
    void callback_data_holds_64_bytes() throws InterruptedException {
        api.send("x", "reply_markup", callback("ä".repeat(32)));
        assertThat(refused(callback("ä".repeat(32) + "x"))).isEqualTo("400 Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void copied_text_holds_256_characters() throws InterruptedException {
        api.send(
                "x", "reply_markup", keyboard("{\"text\":\"c\",\"copy_text\":{\"text\":\"" + "x".repeat(256) + "\"}}"));
        assertThat(refused(keyboard("{\"text\":\"c\",\"copy_text\":{\"text\":\"" + "x".repeat(257) + "\"}}")))
                .isEqualTo("400 Bad Request: BUTTON_COPY_TEXT_INVALID");
        assertThat(refused(keyboard("{\"text\":\"c\",\"copy_text\":{\"text\":\"\"}}")))
                .isEqualTo("400 Bad Request: BUTTON_COPY_TEXT_INVALID");
    }

    @Test
    void a_keyboard_holds_100_buttons() throws InterruptedException {
        var button = "[{\"text\":\"b\",\"callback_data\":\"d\"}]";
        assertThat(refused("{\"inline_keyboard\":[" + String.join(",", Collections.nCopies(101, button)) + "]}"))
                .isEqualTo("400 Bad Request: reply markup is too long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | can't parse reply keyboard markup JSON object",
                "[] | object expected as reply markup",
                "{\"inline_keyboard\":{}} | field \"inline_keyboard\" must be of type Array",
                "{\"inline_keyboard\":[{}]} | field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
                "{\"inline_keyboard\":[[1]]} | can't parse inline keyboard button: InlineKeyboardButton must be an Object",
                "{\"inline_keyboard\":[[{\"callback_data\":\"d\"}]]} | can't parse inline keyboard button: Can't find field \"text\"",
                "{\"inline_keyboard\":[[{\"text\":\"b\"}]]} | can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
                "{\"inline_keyboard\":[[{\"text\":\"b\",\"callback_data\":\"d\",\"style\":\"red\"}]]} | can't parse inline keyboard button: invalid button style specified",
                "{\"inline_keyboard\":[[{\"text\":\"b\",\"url\":\"http://localhost/\"}]]} | inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL"
            })
    void a_malformed_keyboard_is_refused_in_the_servers_words(String markup, String reason)
            throws InterruptedException {
        assertThat(refused(markup)).isEqualTo("400 Bad Request: " + reason);
    }

    @Test
    void an_edited_message_takes_only_buttons_under_it() throws InterruptedException {
        var id = api.send("x");
        assertThat(api.refusal(
                        "editMessageText",
                        "chat_id",
                        "7",
                        "message_id",
                        id,
                        "text",
                        "y",
                        "reply_markup",
                        "{\"keyboard\":[[\"a\"]]}"))
                .isEqualTo("400 Bad Request: inline keyboard expected");
    }

    @Test
    void a_keyboard_in_place_of_the_phones_own_is_shown_until_it_is_removed() throws InterruptedException {
        api.send("x", "reply_markup", "{\"keyboard\":[[\"Yes\",{\"text\":\"No\"}]]}");
        assertThat(api.world.turn(() -> api.world.replyKeyboards().in(7).rows().toString()))
                .isEqualTo("[[Yes, No]]");
        api.send("y", "reply_markup", "{\"remove_keyboard\":true}");
        assertThat(api.world.turn(() -> api.world.replyKeyboards().in(7).rows()))
                .isEmpty();
    }

    private String refused(String markup) throws InterruptedException {
        return api.refusal("sendMessage", "chat_id", "7", "text", "x", "reply_markup", markup);
    }

    private static String callback(String data) {
        return keyboard("{\"text\":\"b\",\"callback_data\":\"" + data + "\"}");
    }

    private static String keyboard(String buttons) {
        return "{\"inline_keyboard\":[[" + buttons + "]]}";
    }
}
