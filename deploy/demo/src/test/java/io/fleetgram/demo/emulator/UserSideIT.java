package io.fleetgram.demo.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.botapi.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user side and the faults over HTTP, with the Bot API called by hand. */
class UserSideIT {
    private ChatEmulator emulator;

    @BeforeEach
    void start() throws Exception {
        emulator = ChatEmulator.start();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void a_person_sees_only_what_came_after_the_last_act() throws Exception {
        var ada = emulator.person(7, "Ada");
        ada.says("/start");
        send("old");
        ada.sees("old");
        ada.says("again");
        assertThatThrownBy(() -> ada.sees(text -> text.contains("old"), Duration.ofMillis(200)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("#2 (bot) old");
        send("new");
        assertThat(ada.sees("new").id()).isEqualTo(4);
    }

    @Test
    void a_tap_waits_for_its_button() throws Exception {
        var ada = emulator.person(7, "Ada");
        ada.says("/start");
        var tap = CompletableFuture.runAsync(() -> {
            try {
                ada.taps("Go");
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        bot(
                "sendMessage",
                message("x")
                        .put("reply_markup", "{\"inline_keyboard\":[[{\"text\":\"Go\",\"callback_data\":\"g\"}]]}"));
        tap.get(10, TimeUnit.SECONDS);
        var updates = bot("getUpdates", Json.object().put("offset", -1)).path("result");
        assertThat(updates.path(0).path("callback_query").path("data").asText()).isEqualTo("g");
    }

    @Test
    void what_cannot_be_done_is_said() throws Exception {
        var side = emulator.userSide();
        emulator.person(7, "Ada");
        assertThat(side.post("/emulator/messages", Json.object().put("user", 8).put("text", "x"))
                        .error())
                .isEqualTo("nobody is called “8”; see GET /emulator/people");
        assertThat(side.post("/emulator/messages", Json.object().put("user", 7)).error())
                .isEqualTo("“text” is missing, or one of photo, document, location, contact");
        assertThat(side.post("/emulator/taps", Json.object().put("user", 7).put("button", "Go"))
                        .error())
                .isEqualTo("no message in chat 7 has a button “Go”");
        assertThat(side.post("/emulator/faults", Json.object().put("kind", "earthquake"))
                        .error())
                .startsWith("“kind” must be rate_limit, error,");
        assertThat(side.get("/emulator/nothing").status()).isEqualTo(404);
        assertThat(side.delete("/emulator/messages").status()).isEqualTo(405);
    }

    @Test
    void an_old_keyboard_still_asks_the_bot() throws Exception {
        var ada = emulator.person(7, "Ada");
        ada.says("/start");
        ada.tapsStale(99, "forged:1");
        var query = bot("getUpdates", Json.object().put("offset", -1))
                .path("result")
                .path(0)
                .path("callback_query");
        assertThat(query.path("data").asText()).isEqualTo("forged:1");
        assertThat(query.path("message").path("date").asLong(-1)).isZero();
        bot(
                "answerCallbackQuery",
                Json.object()
                        .put("callback_query_id", query.path("id").asText())
                        .put("text", "gone"));
        assertThat(ada.hears(Duration.ofSeconds(5))).isEqualTo("gone");
    }

    @Test
    void blocking_is_told_to_the_bot_and_felt_by_it() throws Exception {
        var ada = emulator.person(7, "Ada");
        ada.says("/start");
        ada.blocks(true);
        assertThat(bot("sendMessage", message("x")).path("description").asText())
                .isEqualTo("Forbidden: bot was blocked by the user");
        var update = bot("getUpdates", Json.object().put("offset", -1))
                .path("result")
                .path(0);
        assertThat(update.path("my_chat_member")
                        .path("new_chat_member")
                        .path("status")
                        .asText())
                .isEqualTo("kicked");
        ada.says("sorry");
        assertThat(bot("sendMessage", message("x")).path("ok").asBoolean()).isTrue();
    }

    @Test
    void a_forum_is_opened_with_its_bot() throws Exception {
        emulator.person(7, "Ada");
        var body = Json.object()
                .put("user", 7)
                .put("title", "Ops")
                .put("forum", true)
                .put("bot", "administrator");
        var group = emulator.userSide().post("/emulator/chats", body).json();
        assertThat(group.path("id").asLong()).isLessThan(-1_000_000_000_000L);
        var topic = bot(
                        "createForumTopic",
                        Json.object().put("chat_id", group.path("id").asText()).put("name", "Alerts"))
                .path("result");
        assertThat(topic.path("message_thread_id").asInt()).isPositive();
    }

    @Test
    void a_wrong_token_and_an_unknown_method_are_refused() throws Exception {
        assertThat(emulator.userSide().get("/bot1:wrong/getMe").json().toString())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(emulator.userSide()
                        .get("/bot" + emulator.token() + "/getMoon")
                        .json()
                        .toString())
                .isEqualTo("{\"ok\":false,\"error_code\":404,\"description\":\"Not Found: method not found\"}");
    }

    @Test
    void a_second_poll_ends_the_first() throws Exception {
        var first = CompletableFuture.supplyAsync(() -> poll(50));
        awaitPolls(1);
        var second = CompletableFuture.supplyAsync(() -> poll(4));
        assertThat(first.get(10, TimeUnit.SECONDS).path("error_code").asInt()).isEqualTo(409);
        assertThat(second.get(10, TimeUnit.SECONDS).path("ok").asBoolean()).isTrue();
    }

    @Test
    void an_outage_cuts_waiting_polls_and_new_requests_until_it_is_over() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> poll(50));
        awaitPolls(1);
        emulator.userSide().post("/emulator/faults", Json.object().put("kind", "outage"));
        assertThat(catchThrowable(() -> waiting.get(10, TimeUnit.SECONDS))).hasRootCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> bot("getMe", Json.object())).isInstanceOf(UncheckedIOException.class);
        emulator.userSide().delete("/emulator/faults");
        assertThat(bot("getMe", Json.object()).path("ok").asBoolean()).isTrue();
    }

    @Test
    void an_error_strikes_as_often_as_it_is_told() throws Exception {
        emulator.userSide()
                .post(
                        "/emulator/faults",
                        Json.object()
                                .put("kind", "error")
                                .put("status", 502)
                                .put("method", "GETME")
                                .put("count", 2));
        assertThat(getMe()).isEqualTo(502);
        assertThat(emulator.userSide()
                        .get("/bot" + emulator.token() + "/getWebhookInfo")
                        .status())
                .isEqualTo(200);
        assertThat(getMe()).isEqualTo(502);
        assertThat(getMe()).isEqualTo(200);
    }

    @Test
    void a_second_run_goes_on_where_the_first_ended(@TempDir Path folder) throws Exception {
        var settings = EmulatorSettings.forTests().withData(folder.resolve("chat.json"));
        int update;
        try (var first = ChatEmulator.start(settings)) {
            var ada = first.person(7, "Ada");
            ada.says("/start");
            send(first, "<b>kept</b>");
            ada.sees("kept");
            update = updates(first).path(0).path("update_id").asInt();
        }
        try (var second = ChatEmulator.start(settings)) {
            var ada = second.person(7, "Ada");
            assertThat(ada.messages()).extracting(Screen::html).containsExactly("/start", "<b>kept</b>");
            assertThat(updates(second).path(0).path("update_id").asInt()).isEqualTo(update);
            assertThat(ada.says("more").id()).isEqualTo(3);
        }
    }

    private int getMe() throws InterruptedException {
        return emulator.userSide().get("/bot" + emulator.token() + "/getMe").status();
    }

    private void awaitPolls(int number) throws Exception {
        var side = emulator.userSide();
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (side.get("/emulator/bot").json().path("waiting_polls").asInt() < number) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private JsonNode poll(int timeout) {
        try {
            return bot("getUpdates", Json.object().put("timeout", timeout));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode updates(ChatEmulator emulator) throws InterruptedException {
        return emulator.userSide()
                .get("/bot" + emulator.token() + "/getUpdates")
                .json()
                .path("result");
    }

    private void send(String text) throws InterruptedException {
        send(emulator, text);
    }

    private static void send(ChatEmulator emulator, String text) throws InterruptedException {
        var reply = emulator.userSide().post("/bot" + emulator.token() + "/sendMessage", message(text));
        assertThat(reply.isDone()).as(reply.json().toString()).isTrue();
    }

    private static ObjectNode message(String text) {
        return Json.object().put("chat_id", 7).put("text", text).put("parse_mode", "HTML");
    }

    private JsonNode bot(String method, JsonNode arguments) throws InterruptedException {
        return emulator.userSide()
                .post("/bot" + emulator.token() + "/" + method, arguments)
                .json();
    }
}
