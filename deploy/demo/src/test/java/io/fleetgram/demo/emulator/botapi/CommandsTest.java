package io.fleetgram.demo.emulator.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.emulator.chat.Commands;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
    private final Api api;

    CommandsTest() throws InterruptedException {
        api = new Api();
    }

    @Test
    void the_narrowest_list_in_the_persons_language_is_shown() throws InterruptedException {
        set("default", "start");
        assertThat(shown()).containsExactly("start");
        set("all_private_chats", "nodes");
        assertThat(shown()).containsExactly("nodes");
        api.call("setMyCommands", "commands", commands("accounts"), "scope", "{\"type\":\"chat\",\"chat_id\":7}");
        assertThat(shown()).containsExactly("accounts");
        api.call(
                "setMyCommands",
                "commands",
                commands("english"),
                "scope",
                "{\"type\":\"chat\",\"chat_id\":7}",
                "language_code",
                "en");
        assertThat(shown()).containsExactly("english");
        api.call("deleteMyCommands", "scope", "{\"type\":\"chat\",\"chat_id\":7}", "language_code", "en");
        assertThat(shown()).containsExactly("accounts");
    }

    @Test
    void a_list_is_read_back_from_exactly_its_place() throws InterruptedException {
        set("default", "start");
        assertThat(api.call("getMyCommands").toString())
                .isEqualTo("[{\"command\":\"start\",\"description\":\"does start\"}]");
        assertThat(api.call("getMyCommands", "scope", "{\"type\":\"all_group_chats\"}")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"command\":\"Start\",\"description\":\"x\"}] | BOT_COMMAND_INVALID",
                "[{\"command\":\"start\"}] | can't parse BotCommand: Can't find field \"description\"",
                "[{\"command\":\"start\",\"description\":\" \"}] | command description must be non-empty",
                "[{\"command\":\"abcdefghijklmnopqrstuvwxyz0123456\",\"description\":\"x\"}] | command length must not exceed 32",
                "{} | expected an Array of BotCommand"
            })
    void malformed_commands_are_refused(String commands, String reason) throws InterruptedException {
        assertThat(api.refusal("setMyCommands", "commands", commands)).isEqualTo("400 Bad Request: " + reason);
    }

    @Test
    void a_list_holds_100_commands() throws InterruptedException {
        var one = "{\"command\":\"a\",\"description\":\"x\"}";
        assertThat(api.refusal(
                        "setMyCommands", "commands", "[" + String.join(",", Collections.nCopies(101, one)) + "]"))
                .isEqualTo("400 Bad Request: BOT_COMMANDS_TOO_MUCH");
    }

    @Test
    void a_scope_must_exist() throws InterruptedException {
        assertThat(api.refusal("setMyCommands", "commands", "[]", "scope", "{\"type\":\"chat\",\"chat_id\":99}"))
                .isEqualTo("400 Bad Request: chat not found");
        assertThat(api.refusal("setMyCommands", "commands", "[]", "scope", "{\"type\":\"planet\"}"))
                .isEqualTo("400 Bad Request: can't parse BotCommandScope: Unsupported type specified");
    }

    @Test
    void the_bots_name_and_texts_have_limits() throws InterruptedException {
        api.call("setMyName", "name", "Fleet");
        assertThat(api.call("getMe").path("first_name").asText()).isEqualTo("Fleet");
        assertThat(api.refusal("setMyName", "name", "x".repeat(65))).startsWith("400 ");
        assertThat(api.refusal("setMyDescription", "description", "x".repeat(513)))
                .startsWith("400 ");
        assertThat(api.refusal("setMyShortDescription", "short_description", "x".repeat(121)))
                .startsWith("400 ");
    }

    private void set(String scope, String command) throws InterruptedException {
        api.call("setMyCommands", "commands", commands(command), "scope", "{\"type\":\"" + scope + "\"}");
    }

    private static String commands(String command) {
        return "[{\"command\":\"%1$s\",\"description\":\"does %1$s\"}]".formatted(command);
    }

    private List<String> shown() throws InterruptedException {
        return api.world.turn(() -> api
                .world
                .commands()
                .shown(
                        api.world.chats().find(Api.ADA).orElseThrow(),
                        api.world.chats().person(Api.ADA).orElseThrow())
                .stream()
                .map(Commands.Command::name)
                .toList());
    }
}
