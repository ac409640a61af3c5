package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.chat.InlineKeyboard.Action;
import io.fleetgram.demo.emulator.chat.InlineKeyboard.Button;
import io.fleetgram.demo.emulator.text.Links;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one {@code InlineKeyboardButton}. */
final class ButtonReader {
    private static final String CONTEXT = "Can't parse inline keyboard button: ";
    private static final int MOST_DATA_BYTES = 64;
    private static final int MOST_COPIED = 256;

    private ButtonReader() {}

    /** Takes the button apart; the first kind of action that is there counts, in the server's order. */
    static Button button(JsonNode json) {
        if (!json.isObject()) {
            throw Refusal.badRequest(CONTEXT + "InlineKeyboardButton must be an Object");
        }
        var text = Fields.requiredText(json, "text", CONTEXT).strip();
        return new Button(text, style(json), action(json));
    }

    private static String style(JsonNode json) {
        var style = Fields.optionalText(json, "style", CONTEXT).toLowerCase(Locale.ROOT);
        return switch (style) {
            case "", "default" -> "";
            case "primary", "danger", "success" -> style;
            default -> throw Refusal.badRequest(CONTEXT + "invalid button style specified");
        };
    }

    private static Action action(JsonNode json) {
        var url = Fields.optionalText(json, "url", CONTEXT);
        if (!url.isEmpty()) {
            return new Action.OpenLink(url);
        }
        var data = Fields.optionalText(json, "callback_data", CONTEXT);
        if (!data.isEmpty()) {
            return new Action.Callback(data);
        }
        if (json.hasNonNull("switch_inline_query")) {
            return new Action.InlineQuery(Fields.requiredText(json, "switch_inline_query", CONTEXT), false);
        }
        if (json.hasNonNull("switch_inline_query_current_chat")) {
            return new Action.InlineQuery(Fields.requiredText(json, "switch_inline_query_current_chat", CONTEXT), true);
        }
        if (json.hasNonNull("web_app")) {
            var app = Fields.requiredObject(json, "web_app", CONTEXT);
            return new Action.OpenApp(Fields.requiredText(app, "url", CONTEXT));
        }
        if (json.hasNonNull("copy_text")) {
            var copy = Fields.requiredObject(json, "copy_text", CONTEXT);
            return new Action.CopyText(Fields.requiredText(copy, "text", CONTEXT));
        }
        throw Refusal.badRequest(CONTEXT + "Text buttons are unallowed in the inline keyboard");
    }

    /** Refuses what is well formed and yet too long or leads nowhere. */
    static void check(Button button) {
        switch (button.action()) {
            case Action.Callback callback -> {
                if (callback.data().getBytes(StandardCharsets.UTF_8).length > MOST_DATA_BYTES) {
                    throw Refusal.badRequest("BUTTON_DATA_INVALID");
                }
            }
            case Action.CopyText copyText -> {
                if (copyText.text().isEmpty() || copyText.text().length() > MOST_COPIED) {
                    throw Refusal.badRequest("BUTTON_COPY_TEXT_INVALID");
                }
            }
            case Action.OpenLink openLink -> checkLink("Inline keyboard button ", openLink.url());
            case Action.OpenApp openApp -> {
                checkLink("Inline keyboard button Web App ", openApp.url());
                if (!openApp.url().toLowerCase(Locale.ROOT).startsWith("https://")) {
                    throw Refusal.badRequest("Inline keyboard button Web App URL '" + openApp.url()
                            + "' is invalid: Only HTTPS links are allowed");
                }
            }
            case Action.InlineQuery query -> {}
        }
    }

    private static void checkLink(String what, String url) {
        if (Links.user(url).isEmpty() && Links.check(url) instanceof Links.Checked.Bad bad) {
            throw Refusal.badRequest(what + "URL '" + url + "' is invalid: " + bad.reason());
        }
    }
}
