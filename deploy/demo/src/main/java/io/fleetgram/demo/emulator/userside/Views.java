package io.fleetgram.demo.emulator.userside;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.botapi.EntityJson;
import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.InlineKeyboard;
import io.fleetgram.demo.emulator.chat.InlineKeyboard.Action;
import io.fleetgram.demo.emulator.chat.InlineKeyboard.Button;
import io.fleetgram.demo.emulator.chat.Message;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.text.FormattedText;
import io.fleetgram.demo.emulator.text.HtmlWriter;

/** Messages as people see them, in JSON; {@code docs/emulator.md} has the fields. */
public final class Views {

    /** Where pages and programs fetch files; the file's id follows. */
    public static final String FILES = "/emulator/files/";

    private final World world;
    private final EntityJson entities;

    public Views(World world) {
        this.world = world;
        this.entities = new EntityJson(world);
    }

    public ObjectNode message(Message message) {
        var json = Json.object()
                .put("chat", message.chat())
                .put("id", message.id())
                .put("date", message.date())
                .put("edits", message.edits())
                .put("changed", message.changed());
        json.set("from", person(message.from()));
        if (message.editDate() != 0) {
            json.put("edited", message.editDate());
        }
        if (message.thread() != 0) {
            json.put("thread", message.thread());
        }
        if (message.replyTo() != 0) {
            json.put("reply_to", message.replyTo());
        }
        if (message.forwardedFrom() != 0) {
            json.set("forwarded_from", person(message.forwardedFrom()));
        }
        if (message.protectedContent()) {
            json.put("protected", true);
        }
        content(json, message);
        buttons(json, message.keyboard());
        return json;
    }

    private ObjectNode person(long id) {
        var json = Json.object().put("id", id);
        world.user(id).ifPresent(user -> json.put("name", user.name()).put("bot", user.bot()));
        return json;
    }

    private void content(ObjectNode json, Message message) {
        switch (message.content()) {
            case Content.Text text -> json.put("kind", "text");
            case Content.Photo(String file, int width, int height, boolean spoiler, FormattedText caption) ->
                json.put("kind", "photo")
                        .putObject("photo")
                        .put("url", FILES + file)
                        .put("width", width)
                        .put("height", height)
                        .put("spoiler", spoiler);
            case Content.Document(String file, FormattedText caption) -> {
                var document = json.put("kind", "document").putObject("document").put("url", FILES + file);
                world.files().find(file).ifPresent(stored -> document.put("name", stored.name())
                        .put("type", stored.mediaType())
                        .put("size", stored.size()));
            }
            case Content.Location(double latitude, double longitude) ->
                json.put("kind", "location")
                        .putObject("location")
                        .put("latitude", latitude)
                        .put("longitude", longitude);
            case Content.Contact(String phone, String firstName, String lastName, long user) ->
                json.put("kind", "contact")
                        .putObject("contact")
                        .put("phone", phone)
                        .put("name", (firstName + " " + lastName).strip());
            case Content.TopicCreated(String name, int color) -> note(json, "opened the topic “" + name + "”");
            case Content.Pinned(int pinned) -> note(json, "pinned message " + pinned);
            case Content.Joined(long user) ->
                note(json, world.user(user).map(joined -> "added " + joined.name()).orElse("joined"));
            case Content.MigratedTo(long chat) -> note(json, "made this group a supergroup: " + chat);
        }
        var words = message.content().words();
        json.put("text", words.text());
        json.put("html", HtmlWriter.write(words));
        json.set("entities", entities.entities(words.entities()));
    }

    private static void note(ObjectNode json, String note) {
        json.put("kind", "note").put("note", note);
    }

    private static void buttons(ObjectNode json, InlineKeyboard keyboard) {
        var rows = json.putArray("buttons");
        for (var row : keyboard.rows()) {
            var buttons = rows.addArray();
            row.forEach(button -> buttons.add(button(button)));
        }
    }

    static ObjectNode button(Button button) {
        var json = Json.object().put("text", button.text());
        if (!button.style().isEmpty()) {
            json.put("style", button.style());
        }
        switch (button.action()) {
            case Action.Callback(String data) -> json.put("data", data);
            case Action.OpenLink(String url) -> json.put("url", url);
            case Action.CopyText(String text) -> json.put("copy", text);
            case Action.InlineQuery(String query, boolean here) -> json.put("query", query);
            case Action.OpenApp(String url) -> json.put("app", url);
        }
        return json;
    }
}
