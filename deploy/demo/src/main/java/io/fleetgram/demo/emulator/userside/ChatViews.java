package io.fleetgram.demo.emulator.userside;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.chat.Bot;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Event;
import io.fleetgram.demo.emulator.chat.User;
import io.fleetgram.demo.emulator.chat.World;
import java.util.Locale;

/** People, chats, the bot and events as people see them, in JSON. */
public final class ChatViews {
    private final World world;
    private final Views views;

    public ChatViews(World world) {
        this.world = world;
        this.views = new Views(world);
    }

    public ObjectNode bot() {
        var bot = world.bot();
        return Json.object()
                .put("id", bot.user().id())
                .put("name", bot.user().name())
                .put("username", bot.user().username())
                .put("waiting_polls", world.updates().waitingPolls())
                .put("pending_updates", world.updates().pending())
                .put("description", bot.text(new Bot.Place(Bot.Text.DESCRIPTION, "")))
                .put("short_description", bot.text(new Bot.Place(Bot.Text.SHORT_DESCRIPTION, "")));
    }

    public ObjectNode person(Chat.Private chat) {
        return Json.object()
                .put("id", chat.id())
                .put("name", chat.user().name())
                .put("username", chat.user().username())
                .put("language", chat.user().language())
                .put("started", chat.started())
                .put("blocked", chat.blocked())
                .put("deactivated", chat.deactivated());
    }

    /** A chat with its newest message, as a list of chats shows it. */
    public ObjectNode chat(Chat chat) {
        var json = Json.object().put("id", chat.id());
        switch (chat) {
            case Chat.Private person ->
                json.put("kind", "private")
                        .put("title", person.user().name())
                        .put("blocked", person.blocked())
                        .putArray("people")
                        .add(person.id());
            case Chat.Group group -> {
                json.put("kind", group.supergroup() ? "supergroup" : "group")
                        .put("title", group.title())
                        .put("forum", group.forum())
                        .put("bot", group.bot().name().toLowerCase(Locale.ROOT));
                var people = json.putArray("people");
                group.people().stream().sorted().forEach(people::add);
                var topics = json.putArray("topics");
                group.topics()
                        .forEach(topic -> topics.addObject()
                                .put("id", topic.id())
                                .put("name", topic.name())
                                .put("color", topic.iconColor()));
            }
        }
        var pinned = json.putArray("pinned");
        chat.pinned().forEach(pinned::add);
        var messages = world.messages().in(chat.id());
        if (!messages.isEmpty()) {
            json.set("newest", views.message(messages.getLast()));
        }
        keyboard(json, chat);
        return json;
    }

    private void keyboard(ObjectNode json, Chat chat) {
        var keyboard = world.replyKeyboards().in(chat.id());
        var view = json.putObject("reply_keyboard").put("placeholder", keyboard.placeholder());
        var rows = view.putArray("rows");
        keyboard.rows().forEach(row -> row.forEach(rows.addArray()::add));
    }

    /** The menu of commands this person sees in this chat. */
    public ArrayNode commands(Chat chat, User user) {
        var json = Json.array();
        world.commands()
                .shown(chat, user)
                .forEach(command ->
                        json.addObject().put("command", command.name()).put("description", command.description()));
        return json;
    }

    /** An event, with the message it is about if that still exists. */
    public ObjectNode event(Event event) {
        var json = Json.object()
                .put("number", event.number())
                .put("kind", event.kind().name().toLowerCase(Locale.ROOT))
                .put("chat", event.chat());
        if (event.user() != 0) {
            json.put("user", event.user());
        }
        if (event.message() != 0) {
            json.put("id", event.message());
        }
        switch (event.kind()) {
            case MESSAGE, EDITED ->
                world.messages()
                        .find(event.chat(), event.message())
                        .ifPresent(message -> json.set("message", views.message(message)));
            case TAPPED, TYPING -> json.put("text", event.text());
            case ANSWERED -> json.put("text", event.text()).put("alert", event.alert());
            case DELETED, PINNED, CHATS, BOT, REPLY_KEYBOARD -> {}
        }
        return json;
    }
}
