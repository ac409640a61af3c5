package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.botapi.Arguments.Upload;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.Message;
import io.fleetgram.demo.emulator.chat.Tap;
import io.fleetgram.demo.emulator.chat.User;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.faults.Faults;
import io.fleetgram.demo.emulator.store.MemoryBytes;
import io.fleetgram.demo.emulator.text.FormattedText;
import io.fleetgram.demo.emulator.userside.Acts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A world with Ada (7) in it who has started the bot, the Bot API over it, and a clock moved by hand. */
final class Api {
    static final long ADA = 7;

    final World world;
    private final BotMethods methods;
    private final Acts acts;
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");

    Api() throws InterruptedException {
        InstantSource time = () -> now;
        world = new World(new User(42, true, "Bot", "", "some_bot", ""), new MemoryBytes(), time);
        methods = new BotMethods(world, new Faults(world, time));
        acts = new Acts(world);
        world.turn(() -> world.chats().addPerson(ADA, "Ada", "", "ada", "en"));
        says(ADA, "/start");
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** Calls a method with {@code name, value, name, value …}. */
    JsonNode call(String method, String... arguments) throws InterruptedException {
        return call(method, Map.of(), arguments);
    }

    JsonNode call(String method, Map<String, Upload> files, String... arguments) throws InterruptedException {
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            values.put(arguments[i], arguments[i + 1]);
        }
        return world.turn(() -> methods.named(method).orElseThrow().call(new Arguments(values, files)));
    }

    /** What the server says to a request it refuses: code and description. */
    String refusal(String method, String... arguments) throws InterruptedException {
        return refusal(method, Map.of(), arguments);
    }

    String refusal(String method, Map<String, Upload> files, String... arguments) throws InterruptedException {
        try {
            throw new AssertionError("not refused: " + call(method, files, arguments));
        } catch (Refusal refusal) {
            return refusal.code() + " " + refusal.description();
        }
    }

    /** Sends a text to Ada and returns its id. */
    String send(String text, String... arguments) throws InterruptedException {
        var all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"chat_id", "7", "text", text}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return call("sendMessage", all).path("message_id").asText();
    }

    Message says(long chat, String text) throws InterruptedException {
        return world.turn(() -> acts.says(
                world.chats().person(ADA).orElseThrow(),
                world.chats().find(chat).orElseThrow(),
                new Content.Text(FormattedText.plain(text)),
                0,
                0));
    }

    Tap taps(String message, String button) throws InterruptedException {
        return world.turn(() -> {
            var tapped = world.messages().find(ADA, Integer.parseInt(message)).orElseThrow();
            return acts.taps(
                            world.chats().person(ADA).orElseThrow(),
                            world.chats().find(ADA).orElseThrow(),
                            tapped,
                            tapped.keyboard().find(button).orElseThrow())
                    .orElseThrow();
        });
    }

    /** A supergroup with Ada in it. */
    long group(boolean forum, Chat.BotStanding bot) throws InterruptedException {
        return world.turn(() ->
                world.chats().addGroup("Ops", true, forum, Set.of(ADA), bot).id());
    }

    void change(Chat chat) throws InterruptedException {
        world.turn(() -> {
            world.chats().save(chat);
            return chat;
        });
    }

    Chat.Private ada() throws InterruptedException {
        return world.turn(() -> (Chat.Private) world.chats().find(ADA).orElseThrow());
    }
}
