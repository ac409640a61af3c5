package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.Message;
import io.fleetgram.demo.emulator.chat.StoredFile;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.text.FormattedText;

/** Writes {@code Message} as the real server does. */
public final class MessageJson {
    private final World world;
    private final EntityJson entities;

    public MessageJson(World world) {
        this.world = world;
        this.entities = new EntityJson(world);
    }

    /** A message, with the one it answers but no further. */
    public ObjectNode message(Message message) {
        return message(message, true);
    }

    private ObjectNode message(Message message, boolean withReply) {
        var json = Json.object();
        json.put("message_id", message.id());
        world.user(message.from()).ifPresent(user -> json.set("from", PeopleJson.user(user)));
        json.set("chat", chat(message.chat()));
        json.put("date", message.date());
        if (message.editDate() > 0) {
            json.put("edit_date", message.editDate());
        }
        if (message.thread() != 0) {
            json.put("message_thread_id", message.thread());
        }
        world.user(message.forwardedFrom()).ifPresent(user -> {
            var origin = json.putObject("forward_origin");
            origin.put("type", "user");
            origin.set("sender_user", PeopleJson.user(user));
            origin.put("date", message.date());
        });
        if (withReply && message.replyTo() != 0) {
            world.messages()
                    .find(message.chat(), message.replyTo())
                    .ifPresent(original -> json.set("reply_to_message", message(original, false)));
        }
        content(json, message);
        if (!message.keyboard().isEmpty()) {
            json.set("reply_markup", KeyboardJson.keyboard(message.keyboard()));
        }
        if (message.protectedContent()) {
            json.put("has_protected_content", true);
        }
        if (message.thread() != 0) {
            json.put("is_topic_message", true);
        }
        return json;
    }

    private void content(ObjectNode json, Message message) {
        switch (message.content()) {
            case Content.Text text -> words(json, "text", "entities", text.words());
            case Content.Photo photo -> {
                var size = json.putArray("photo").addObject();
                world.files().find(photo.file()).ifPresent(stored -> file(size, stored));
                size.put("width", photo.width());
                size.put("height", photo.height());
                words(json, "caption", "caption_entities", photo.words());
                if (photo.spoiler()) {
                    json.put("has_media_spoiler", true);
                }
            }
            case Content.Document sent -> {
                var document = json.putObject("document");
                world.files().find(sent.file()).ifPresent(stored -> {
                    document.put("file_name", stored.name());
                    document.put("mime_type", stored.mediaType());
                    file(document, stored);
                });
                words(json, "caption", "caption_entities", sent.words());
            }
            case Content.Location location ->
                json.putObject("location").put("latitude", location.latitude()).put("longitude", location.longitude());
            case Content.Contact sent -> {
                var contact = json.putObject("contact")
                        .put("phone_number", sent.phone())
                        .put("first_name", sent.firstName());
                PeopleJson.putUnlessEmpty(contact, "last_name", sent.lastName());
                if (sent.user() != 0) {
                    contact.put("user_id", sent.user());
                }
            }
            case Content.TopicCreated topicCreated ->
                json.putObject("forum_topic_created")
                        .put("name", topicCreated.name())
                        .put("icon_color", topicCreated.iconColor());
            case Content.Pinned pinned ->
                world.messages()
                        .find(message.chat(), pinned.message())
                        .ifPresent(original -> json.set("pinned_message", message(original, false)));
            case Content.Joined joined ->
                world.user(joined.user())
                        .ifPresent(user -> json.putArray("new_chat_members").add(PeopleJson.user(user)));
            case Content.MigratedTo migratedTo -> json.put("migrate_to_chat_id", migratedTo.chat());
        }
    }

    private void words(ObjectNode json, String textName, String entitiesName, FormattedText words) {
        if (words.isEmpty()) {
            return;
        }
        json.put(textName, words.text());
        if (!words.entities().isEmpty()) {
            json.set(entitiesName, entities.entities(words.entities()));
        }
    }

    static void file(ObjectNode json, StoredFile file) {
        json.put("file_id", file.id());
        json.put("file_unique_id", file.uniqueId());
        json.put("file_size", file.size());
    }

    private ObjectNode chat(long id) {
        Chat chat =
                world.chats().find(id).orElseThrow(() -> new IllegalStateException("message in unknown chat " + id));
        return PeopleJson.chat(chat);
    }

    /** What a tap's update says of a message that is gone. */
    public ObjectNode inaccessible(long chat, int message) {
        var json = Json.object();
        json.put("message_id", message);
        json.set("chat", chat(chat));
        json.put("date", 0);
        return json;
    }
}
