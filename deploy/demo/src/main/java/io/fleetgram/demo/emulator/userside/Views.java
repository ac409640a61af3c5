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
            case Content.Photo photo ->
                json.put("kind", "photo")
                        .putObject("photo")
                        .put("url", FILES + photo.file())
                        .put("width", photo.width())
                        .put("height", photo.height())
                        .put("spoiler", photo.spoiler());
            case Content.Document sent -> {
                var document =
                        json.put("kind", "document").putObject("document").put("url", FILES + sent.file());
                world.files()
                        .find(sent.file())
                        .ifPresent(stored -> document.put("name", stored.name())
                                .put("type", stored.mediaType())
                                .put("size", stored.size()));
            }
            case Content.Location location ->
                json.put("kind", "location")
                        .putObject("location")
                        .put("latitude", location.latitude())
                        .put("longitude", location.longitude());
            case Content.Contact contact ->
                json.put("kind", "contact")
                        .putObject("contact")
                        .put("phone", contact.phone())
                        .put("name", (contact.firstName() + " " + contact.lastName()).strip());
            case Content.TopicCreated topicCreated -> note(json, "opened the topic “" + topicCreated.name() + "”");
            case Content.Pinned pinned -> note(json, "pinned message " + pinned.message());
            case Content.Joined joined ->
                note(
                        json,
                        world.user(joined.user())
                                .map(user -> "added " + user.name())
                                .orElse("joined"));
            case Content.MigratedTo migratedTo -> note(json, "made this group a supergroup: " + migratedTo.chat());
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
            case Action.Callback callback -> json.put("data", callback.data());
            case Action.OpenLink openLink -> json.put("url", openLink.url());
            case Action.CopyText copyText -> json.put("copy", copyText.text());
            case Action.InlineQuery inlineQuery -> json.put("query", inlineQuery.query());
            case Action.OpenApp openApp -> json.put("app", openApp.url());
        }
        return json;
    }
}
