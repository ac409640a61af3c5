package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.chat.InlineKeyboard;
import io.fleetgram.demo.emulator.chat.InlineKeyboard.Action;
import io.fleetgram.demo.emulator.chat.InlineKeyboard.Button;

/** Writes {@code InlineKeyboardMarkup}. */
final class KeyboardJson {
    private KeyboardJson() {}

    static ObjectNode keyboard(InlineKeyboard keyboard) {
        var json = Json.object();
        var rows = json.putArray("inline_keyboard");
        for (var row : keyboard.rows()) {
            var buttons = rows.addArray();
            row.forEach(button -> buttons.add(button(button)));
        }
        return json;
    }

    private static ObjectNode button(Button button) {
        var json = Json.object();
        json.put("text", button.text());
        PeopleJson.putUnlessEmpty(json, "style", button.style());
        switch (button.action()) {
            case Action.Callback callback -> json.put("callback_data", callback.data());
            case Action.OpenLink openLink -> json.put("url", openLink.url());
            case Action.CopyText copyText -> json.putObject("copy_text").put("text", copyText.text());
            case Action.InlineQuery inlineQuery ->
                json.put(
                        inlineQuery.here() ? "switch_inline_query_current_chat" : "switch_inline_query",
                        inlineQuery.query());
            case Action.OpenApp openApp -> json.putObject("web_app").put("url", openApp.url());
        }
        return json;
    }
}
