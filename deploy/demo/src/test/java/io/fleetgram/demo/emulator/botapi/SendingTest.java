package io.fleetgram.demo.emulator.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Chat.BotStanding;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SendingTest {
    private final Api api;

    SendingTest() throws InterruptedException {
        api = new Api();
    }

    @Test
    void html_is_answered_as_text_and_entities() throws InterruptedException {
        var message =
                api.call("SENDMESSAGE", "chat_id", "7", "text", " <b>up</b> &amp; running ", "parse_mode", "html");
        assertThat(message.path("text").asText()).isEqualTo("up & running");
        assertThat(message.path("entities").toString()).isEqualTo("[{\"offset\":0,\"length\":2,\"type\":\"bold\"}]");
        assertThat(message.path("from").path("is_bot").asBoolean()).isTrue();
        assertThat(message.path("chat").path("type").asText()).isEqualTo("private");
        assertThat(message.path("date").asLong()).isEqualTo(1_793_534_400L);
    }

    @Test
    void a_text_needs_content_and_holds_4096_units_after_parsing() throws InterruptedException {
        assertThat(api.refusal("sendMessage", "chat_id", "7")).isEqualTo("400 Bad Request: message text is empty");
        assertThat(api.refusal("sendMessage", "chat_id", "7", "text", " \n "))
                .isEqualTo("400 Bad Request: text must be non-empty");
        assertThat(api.refusal("sendMessage", "chat_id", "7", "text", "<b></b>", "parse_mode", "HTML"))
                .isEqualTo("400 Bad Request: text must be non-empty");
        api.send("<b>" + "x".repeat(4096) + "</b>", "parse_mode", "HTML");
        assertThat(api.refusal("sendMessage", "chat_id", "7", "text", "🌍".repeat(2048) + "x"))
                .isEqualTo("400 Bad Request: message is too long");
    }

    @Test
    void broken_html_is_refused_with_its_place() throws InterruptedException {
        assertThat(api.refusal("sendMessage", "chat_id", "7", "text", "ä<b>x", "parse_mode", "HTML"))
                .isEqualTo(
                        "400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"");
        assertThat(api.refusal("sendMessage", "chat_id", "7", "text", "ä<x>", "parse_mode", "HTML"))
                .isEqualTo("400 Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 2");
    }

    @Test
    void entities_may_be_given_instead_of_markup() throws InterruptedException {
        var entities = "[{\"type\":\"code\",\"offset\":0,\"length\":2},{\"type\":\"url\",\"offset\":0,\"length\":2}]";
        var message = api.call("sendMessage", "chat_id", "7", "text", "ab", "entities", entities);
        assertThat(message.path("entities").toString()).isEqualTo("[{\"offset\":0,\"length\":2,\"type\":\"code\"}]");
        assertThat(api.refusal(
                        "sendMessage",
                        "chat_id",
                        "7",
                        "text",
                        "ab",
                        "entities",
                        "[{\"type\":\"bold\",\"offset\":1,\"length\":2}]"))
                .isEqualTo("400 Bad Request: entity beginning at UTF-16 offset 1 ends after the end of the text at"
                        + " UTF-16 offset 3");
    }

    @Test
    void who_never_wrote_cannot_be_written_to() throws InterruptedException {
        api.world.turn(() -> api.world.chats().addPerson(8, "Bob", "", "", "en"));
        assertThat(api.refusal("sendMessage", "chat_id", "8", "text", "x"))
                .isEqualTo("400 Bad Request: chat not found");
        assertThat(api.refusal("sendMessage", "chat_id", "999", "text", "x"))
                .isEqualTo("400 Bad Request: chat not found");
        assertThat(api.refusal("sendMessage", "text", "x")).isEqualTo("400 Bad Request: chat_id is empty");
        api.world.turn(() -> api.world.chats().addGroup("G", true, false, Set.of(8L), BotStanding.MEMBER));
        assertThat(api.refusal("sendMessage", "chat_id", "8", "text", "x"))
                .isEqualTo("403 Forbidden: bot can't initiate conversation with a user");
    }

    @Test
    void who_blocked_the_bot_or_left_for_good_is_out_of_reach() throws InterruptedException {
        api.change(api.ada().withBlocked(true));
        assertThat(api.refusal("sendMessage", "chat_id", "7", "text", "x"))
                .isEqualTo("403 Forbidden: bot was blocked by the user");
        api.change(api.ada().withDeactivated(true));
        assertThat(api.refusal("sendMessage", "chat_id", "7", "text", "x"))
                .isEqualTo("403 Forbidden: user is deactivated");
    }

    @Test
    void a_group_the_bot_is_not_in_is_out_of_reach() throws InterruptedException {
        var kicked = Long.toString(api.group(false, BotStanding.KICKED));
        assertThat(api.refusal("sendMessage", "chat_id", kicked, "text", "x"))
                .isEqualTo("403 Forbidden: bot was kicked from the supergroup chat");
        var left = Long.toString(api.group(false, BotStanding.LEFT));
        assertThat(api.refusal("sendMessage", "chat_id", left, "text", "x"))
                .isEqualTo("403 Forbidden: bot is not a member of the supergroup chat");
    }

    @Test
    void a_group_that_became_a_supergroup_says_which() throws InterruptedException {
        var group = api.world.turn(() -> api.world.chats().addGroup("G", false, false, Set.of(7L), BotStanding.MEMBER));
        api.change(group.withMigratedTo(-1_002_000_000_009L));
        assertThat(api.refusal("sendMessage", "chat_id", Long.toString(group.id()), "text", "x"))
                .isEqualTo("400 Bad Request: group chat was upgraded to a supergroup chat");
    }

    @Test
    void an_answer_needs_the_message_it_answers() throws InterruptedException {
        var first = api.send("first");
        var answer = api.call(
                "sendMessage", "chat_id", "7", "text", "x", "reply_parameters", "{\"message_id\":" + first + "}");
        assertThat(answer.path("reply_to_message").path("text").asText()).isEqualTo("first");
        assertThat(api.refusal("sendMessage", "chat_id", "7", "text", "x", "reply_parameters", "{\"message_id\":99}"))
                .isEqualTo("400 Bad Request: message to be replied not found");
        api.send("y", "reply_parameters", "{\"message_id\":99,\"allow_sending_without_reply\":true}");
    }

    @Test
    void topics_are_opened_in_forums_and_written_into() throws InterruptedException {
        var forum = Long.toString(api.group(true, BotStanding.ADMINISTRATOR));
        var topic = api.call("createForumTopic", "chat_id", forum, "name", "Alerts");
        var id = topic.path("message_thread_id").asText();
        var message = api.call("sendMessage", "chat_id", forum, "text", "x", "message_thread_id", id);
        assertThat(message.path("message_thread_id").asText()).isEqualTo(id);
        assertThat(message.path("is_topic_message").asBoolean()).isTrue();
        assertThat(message.path("chat").path("is_forum").asBoolean()).isTrue();
        assertThat(api.refusal("sendMessage", "chat_id", forum, "text", "x", "message_thread_id", "1"))
                .isEqualTo("400 Bad Request: message thread not found");
        assertThat(api.refusal("sendMessage", "chat_id", "7", "text", "x", "message_thread_id", id))
                .isEqualTo("400 Bad Request: message thread not found");
        assertThat(api.refusal("createForumTopic", "chat_id", "7", "name", "Alerts"))
                .isEqualTo("400 Bad Request: the chat is not a forum");
        var asMember = Long.toString(api.group(true, BotStanding.MEMBER));
        assertThat(api.refusal("createForumTopic", "chat_id", asMember, "name", "Alerts"))
                .isEqualTo("400 Bad Request: not enough rights to create a topic");
    }

    @Test
    void ids_in_a_supergroup_are_its_own() throws InterruptedException {
        var group = Long.toString(api.group(false, BotStanding.MEMBER));
        assertThat(api.call("sendMessage", "chat_id", group, "text", "x")
                        .path("message_id")
                        .asInt())
                .isEqualTo(2);
        assertThat(api.send("y")).isEqualTo("2");
        assertThat(api.send("z")).isEqualTo("3");
    }

    @Test
    void protected_messages_cannot_be_forwarded() throws InterruptedException {
        var open = api.send("open");
        var secret = api.send("secret", "protect_content", "true");
        var forwarded = api.call("forwardMessage", "chat_id", "7", "from_chat_id", "7", "message_id", open);
        assertThat(forwarded.path("forward_origin").path("type").asText()).isEqualTo("user");
        assertThat(api.refusal("forwardMessage", "chat_id", "7", "from_chat_id", "7", "message_id", secret))
                .isEqualTo("400 Bad Request: message has protected content and can't be forwarded");
    }

    @Test
    void an_action_must_be_a_known_one() throws InterruptedException {
        assertThat(api.call("sendChatAction", "chat_id", "7", "action", "typing")
                        .asBoolean())
                .isTrue();
        assertThat(api.refusal("sendChatAction", "chat_id", "7", "action", "sleeping"))
                .isEqualTo("400 Bad Request: wrong parameter action in request");
    }

    @Test
    void a_bot_that_is_no_administrator_sees_only_what_is_meant_for_it() throws InterruptedException {
        long group = api.group(false, BotStanding.MEMBER);
        api.call("getUpdates", "offset", "-1");
        api.says(group, "hello all");
        api.says(group, "hello @some_bot");
        var updates = api.call("getUpdates", "offset", "0");
        assertThat(updates.findValuesAsText("text")).containsExactly("/start", "hello @some_bot");
        api.change(
                ((Chat.Group) api.world.turn(() -> api.world.chats().find(group).orElseThrow()))
                        .withBot(BotStanding.ADMINISTRATOR));
        api.says(group, "now this too");
        assertThat(api.call("getUpdates", "offset", "0", "limit", "9").findValuesAsText("text"))
                .hasSizeGreaterThanOrEqualTo(1);
        assertThat(api.world.updates().pending()).isEqualTo(3);
    }
}
