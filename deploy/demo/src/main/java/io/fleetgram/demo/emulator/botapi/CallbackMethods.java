package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.fleetgram.demo.emulator.chat.World;
import java.util.Map;

/** answerCallbackQuery. */
final class CallbackMethods {
    private static final int LONGEST_TOAST = 200;

    private final World world;

    CallbackMethods(World world) {
        this.world = world;
    }

    Map<String, Method> methods() {
        return Map.of("answercallbackquery", this::answer);
    }

    private JsonNode answer(Arguments arguments) {
        var text = arguments.text("text");
        if (text.length() > LONGEST_TOAST) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        var id = arguments.text("callback_query_id").strip();
        if (world.taps()
                .answer(id, text, arguments.flag("show_alert"), world.now())
                .isEmpty()) {
            throw Refusal.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        return BooleanNode.TRUE;
    }
}
