package io.fleetgram.demo.emulator.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.chat.Chat.BotStanding;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EditingTest {
    private static final String BUTTON = "{\"inline_keyboard\":[[{\"text\":\"b\",\"callback_data\":\"d\"}]]}";
    private static final String NOT_MODIFIED = "400 Bad Request: message is not modified: specified new message content"
            + " and reply markup are exactly the same as a current content and reply markup of the message";

    private final Api api;

    EditingTest() throws InterruptedException {
        api = new Api();
    }

    @Test
    void an_edit_changes_text_and_buttons_in_place() throws InterruptedException {
        var id = api.send("one", "reply_markup", BUTTON);
        api.pass(Duration.ofMinutes(1));
        var edited = edit(id, "two");
        assertThat(edited.path("message_id").asText()).isEqualTo(id);
        assertThat(edited.path("text").asText()).isEqualTo("two");
        assertThat(edited.path("edit_date").asLong() - edited.path("date").asLong())
                .isEqualTo(60);
        assertThat(edited.has("reply_markup")).isFalse();
    }

    @Test
    void an_edit_that_changes_nothing_is_refused() throws InterruptedException {
        var id = api.send("<b>one</b>", "parse_mode", "HTML", "reply_markup", BUTTON);
        assertThat(api.refusal(
                        "editMessageText",
                        "chat_id",
                        "7",
                        "message_id",
                        id,
                        "text",
                        "<strong>one</strong> ",
                        "parse_mode",
                        "HTML",
                        "reply_markup",
                        BUTTON))
                .isEqualTo(NOT_MODIFIED);
        edit(id, "one");
        assertThat(api.refusal("editMessageReplyMarkup", "chat_id", "7", "message_id", id))
                .isEqualTo(NOT_MODIFIED);
    }

    @Test
    void only_the_bots_own_messages_that_are_there_can_be_edited() throws InterruptedException {
        assertThat(refusedEdit("99")).isEqualTo("400 Bad Request: message to edit not found");
        var foreign = Integer.toString(api.says(7, "hi").id());
        assertThat(refusedEdit(foreign)).isEqualTo("400 Bad Request: message can't be edited");
        var id = api.send("one");
        api.call("deleteMessage", "chat_id", "7", "message_id", id);
        assertThat(refusedEdit(id)).isEqualTo("400 Bad Request: message to edit not found");
        assertThat(api.refusal("editMessageText", "text", "x"))
                .isEqualTo("400 Bad Request: message identifier is not specified");
    }

    @Test
    void an_edited_text_has_the_same_limit_under_another_name() throws InterruptedException {
        var id = api.send("one");
        assertThat(api.refusal("editMessageText", "chat_id", "7", "message_id", id, "text", "x".repeat(4097)))
                .isEqualTo("400 Bad Request: MESSAGE_TOO_LONG");
        assertThat(api.refusal("editMessageText", "chat_id", "7", "message_id", id))
                .isEqualTo("400 Bad Request: message text is empty");
    }

    @Test
    void an_edit_far_later_is_taken_and_a_deletion_is_not() throws InterruptedException {
        var id = api.send("one");
        api.pass(Duration.ofHours(49));
        edit(id, "two");
        assertThat(api.refusal("deleteMessage", "chat_id", "7", "message_id", id))
                .isEqualTo("400 Bad Request: message can't be deleted for everyone");
    }

    @Test
    void deletions_skip_what_is_gone() throws InterruptedException {
        var id = api.send("one");
        assertThat(api.call("deleteMessages", "chat_id", "7", "message_ids", "[" + id + ",99]")
                        .asBoolean())
                .isTrue();
        assertThat(api.refusal("deleteMessage", "chat_id", "7", "message_id", id))
                .isEqualTo("400 Bad Request: message to delete not found");
        assertThat(api.refusal("deleteMessages", "chat_id", "7", "message_ids", "[]"))
                .isEqualTo("400 Bad Request: message identifiers are not specified");
    }

    @Test
    void pins_are_kept_newest_first() throws InterruptedException {
        var one = api.send("one");
        var two = api.send("two");
        api.call("pinChatMessage", "chat_id", "7", "message_id", one);
        api.call("pinChatMessage", "chat_id", "7", "message_id", two);
        assertThat(pinned()).isEqualTo("two");
        api.call("unpinChatMessage", "chat_id", "7");
        assertThat(pinned()).isEqualTo("one");
        assertThat(api.refusal("pinChatMessage", "chat_id", "7", "message_id", "99"))
                .isEqualTo("400 Bad Request: message to pin not found");
        var group = Long.toString(api.group(false, BotStanding.MEMBER));
        var there = api.call("sendMessage", "chat_id", group, "text", "x")
                .path("message_id")
                .asText();
        assertThat(api.refusal("pinChatMessage", "chat_id", group, "message_id", there))
                .isEqualTo("400 Bad Request: not enough rights to manage pinned messages in the chat");
    }

    private String pinned() throws InterruptedException {
        return api.call("getChat", "chat_id", "7")
                .path("pinned_message")
                .path("text")
                .asText();
    }

    private JsonNode edit(String id, String text) throws InterruptedException {
        return api.call("editMessageText", "chat_id", "7", "message_id", id, "text", text);
    }

    private String refusedEdit(String id) throws InterruptedException {
        return api.refusal("editMessageText", "chat_id", "7", "message_id", id, "text", "x");
    }
}
