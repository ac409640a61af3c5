package io.fleetgram.demo.emulator.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.InlineKeyboard;

/** How a snapshot is written as JSON: records by their components, sealed types with their name in {@code is}. */
final class SnapshotFormat {
    private SnapshotFormat() {}

    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addMixIn(Chat.class, ChatTypes.class)
                .addMixIn(Content.class, ContentTypes.class)
                .addMixIn(InlineKeyboard.Action.class, ActionTypes.class)
                // isEmpty() and its like are no components.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Chat.Private.class, name = "private"),
        @JsonSubTypes.Type(value = Chat.Group.class, name = "group")
    })
    private interface ChatTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Content.Photo.class, name = "photo"),
        @JsonSubTypes.Type(value = Content.Document.class, name = "document"),
        @JsonSubTypes.Type(value = Content.Location.class, name = "location"),
        @JsonSubTypes.Type(value = Content.Contact.class, name = "contact"),
        @JsonSubTypes.Type(value = Content.TopicCreated.class, name = "topic_created"),
        @JsonSubTypes.Type(value = Content.Pinned.class, name = "pinned"),
        @JsonSubTypes.Type(value = Content.Joined.class, name = "joined"),
        @JsonSubTypes.Type(value = Content.MigratedTo.class, name = "migrated_to")
    })
    private interface ContentTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = InlineKeyboard.Action.Callback.class, name = "callback"),
        @JsonSubTypes.Type(value = InlineKeyboard.Action.OpenLink.class, name = "link"),
        @JsonSubTypes.Type(value = InlineKeyboard.Action.CopyText.class, name = "copy"),
        @JsonSubTypes.Type(value = InlineKeyboard.Action.InlineQuery.class, name = "query"),
        @JsonSubTypes.Type(value = InlineKeyboard.Action.OpenApp.class, name = "app")
    })
    private interface ActionTypes {}
}
