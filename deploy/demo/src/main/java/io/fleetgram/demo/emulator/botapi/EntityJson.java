package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.chat.User;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.text.Entity;
import java.util.List;

/** Writes {@code MessageEntity}. */
public final class EntityJson {
    private final World world;

    public EntityJson(World world) {
        this.world = world;
    }

    public ArrayNode entities(List<Entity> entities) {
        var json = Json.array();
        entities.forEach(entity -> json.add(entity(entity)));
        return json;
    }

    private ObjectNode entity(Entity entity) {
        var json = Json.object();
        json.put("offset", entity.offset());
        json.put("length", entity.length());
        json.put("type", entity.kind().apiName());
        switch (entity.kind()) {
            case TEXT_LINK -> json.put("url", entity.detail());
            case PRE -> PeopleJson.putUnlessEmpty(json, "language", entity.detail());
            case CUSTOM_EMOJI -> json.put("custom_emoji_id", entity.detail());
            case TEXT_MENTION -> json.set("user", mentioned(Long.parseLong(entity.detail())));
            case DATE_TIME -> {
                var parts = entity.detail().split(" ", 2);
                json.put("unix_time", Long.parseLong(parts[0]));
                PeopleJson.putUnlessEmpty(json, "date_time_format", parts.length > 1 ? parts[1] : "");
            }
            default -> {}
        }
        return json;
    }

    private ObjectNode mentioned(long id) {
        return PeopleJson.user(world.user(id).orElseGet(() -> new User(id, false, "", "", "", "")));
    }
}
