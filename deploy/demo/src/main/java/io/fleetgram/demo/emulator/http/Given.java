package io.fleetgram.demo.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.User;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.userside.Impossible;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A program's JSON request to the user side, with clear words for what is missing. */
record Given(JsonNode json) {

    static Given of(WebRequest request) {
        var body = new String(request.body(), StandardCharsets.UTF_8);
        return new Given(Json.parse(body.isBlank() ? "{}" : body)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new Impossible("the body must be a JSON object")));
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    String text(String name) {
        return json.path(name).asText();
    }

    String required(String name) {
        if (!has(name) || text(name).isBlank()) {
            throw new Impossible("“" + name + "” is missing");
        }
        return text(name);
    }

    int number(String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!json.path(name).canConvertToInt()) {
            throw new Impossible("“" + name + "” must be a whole number");
        }
        return json.path(name).asInt();
    }

    boolean flag(String name) {
        return json.path(name).asBoolean();
    }

    /** Bytes given in Base64. */
    byte[] bytes(String name) {
        try {
            return Base64.getDecoder().decode(required(name));
        } catch (IllegalArgumentException malformed) {
            throw new Impossible("“" + name + "” must be Base64");
        }
    }

    /** An object inside this one. */
    Optional<Given> object(String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isObject).map(Given::new);
    }

    /** The person in {@code user}: an id, {@code @username} or full name; if none is named, the one whose chat it is. */
    User user(World world) {
        var name = has("user") ? text("user") : required("chat");
        return world.chats()
                .named(name)
                .filter(Chat.Private.class::isInstance)
                .map(chat -> ((Chat.Private) chat).user())
                .orElseThrow(() -> new Impossible("nobody is called “" + name + "”; see GET /emulator/people"));
    }

    /** The chat in {@code chat}: an id or a title; if none is named, the person's own with the bot. */
    Chat chat(World world) {
        var name = has("chat") ? text("chat") : required("user");
        return world.chats()
                .named(name)
                .orElseThrow(() -> new Impossible("there is no chat “" + name + "”; see GET /emulator/chats"));
    }
}
