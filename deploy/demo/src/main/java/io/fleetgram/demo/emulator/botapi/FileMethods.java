package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.chat.World;
import java.util.Map;

/** getFile. */
final class FileMethods {
    private static final int MOST_BYTES = 20 << 20;

    private final World world;

    FileMethods(World world) {
        this.world = world;
    }

    Map<String, Method> methods() {
        return Map.of("getfile", this::getFile);
    }

    private JsonNode getFile(Arguments arguments) {
        var id = arguments.text("file_id");
        if (id.isEmpty()) {
            throw Refusal.badRequest("file_id not specified");
        }
        var file = world.files().find(id).orElseThrow(() -> Refusal.badRequest("Invalid file_id"));
        if (file.size() > MOST_BYTES) {
            throw Refusal.badRequest("File is too big");
        }
        var json = Json.object();
        MessageJson.file(json, file);
        return json.put("file_path", file.path());
    }
}
