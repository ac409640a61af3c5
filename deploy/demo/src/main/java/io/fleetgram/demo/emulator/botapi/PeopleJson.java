package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.User;

/** Writes {@code User} and {@code Chat}. */
public final class PeopleJson {
    private PeopleJson() {}

    public static ObjectNode user(User user) {
        var json = Json.object();
        json.put("id", user.id());
        json.put("is_bot", user.bot());
        json.put("first_name", user.firstName());
        putUnlessEmpty(json, "last_name", user.lastName());
        putUnlessEmpty(json, "username", user.username());
        putUnlessEmpty(json, "language_code", user.language());
        return json;
    }

    public static ObjectNode chat(Chat chat) {
        var json = Json.object();
        json.put("id", chat.id());
        switch (chat) {
            case Chat.Private person -> {
                json.put("first_name", person.user().firstName());
                putUnlessEmpty(json, "last_name", person.user().lastName());
                putUnlessEmpty(json, "username", person.user().username());
                json.put("type", "private");
            }
            case Chat.Group group -> {
                json.put("title", group.title());
                if (group.forum()) {
                    json.put("is_forum", true);
                }
                json.put("type", group.supergroup() ? "supergroup" : "group");
            }
        }
        return json;
    }

    static void putUnlessEmpty(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
