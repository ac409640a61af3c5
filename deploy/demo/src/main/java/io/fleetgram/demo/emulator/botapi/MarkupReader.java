package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.chat.InlineKeyboard;
import io.fleetgram.demo.emulator.chat.ReplyKeyboards.ReplyKeyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads {@code reply_markup} as strictly as the server. */
final class MarkupReader {

    /** More are refused; the exact number is not documented. */
    private static final int MOST_BUTTONS = 100;

    private MarkupReader() {}

    static Markup read(Arguments arguments) {
        if (arguments.text("reply_markup").isEmpty()) {
            return new Markup.None();
        }
        var markup = arguments
                .json("reply_markup")
                .orElseThrow(() -> Refusal.badRequest("Can't parse reply keyboard markup JSON object"));
        if (!markup.isObject()) {
            throw Refusal.badRequest("Object expected as reply markup");
        }
        var keyboard = keyboard(markup);
        if (!keyboard.rows().isEmpty()) {
            return new Markup.Reply(keyboard);
        }
        var inline = inline(markup);
        if (!inline.isEmpty()) {
            return new Markup.Inline(inline);
        }
        if (markup.path("remove_keyboard").asBoolean()) {
            return new Markup.RemoveReply();
        }
        if (markup.path("force_reply").asBoolean()) {
            return new Markup.ForceReply(markup.path("input_field_placeholder").asText());
        }
        return new Markup.None();
    }

    /** The keyboard for an edited message, where only buttons under the message are taken. */
    static InlineKeyboard readInline(Arguments arguments) {
        return switch (read(arguments)) {
            case Markup.None none -> InlineKeyboard.NONE;
            case Markup.Inline inline -> inline.keyboard();
            case Markup.Reply reply -> throw Refusal.badRequest("Inline keyboard expected");
            case Markup.RemoveReply remove -> throw Refusal.badRequest("Inline keyboard expected");
            case Markup.ForceReply force -> throw Refusal.badRequest("Inline keyboard expected");
        };
    }

    private static InlineKeyboard inline(JsonNode markup) {
        var rows = rows(
                markup,
                "inline_keyboard",
                "Field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
                ButtonReader::button);
        var keyboard = new InlineKeyboard(rows.stream()
                .map(row ->
                        row.stream().filter(button -> !button.text().isEmpty()).toList())
                .toList());
        keyboard.rows().stream().flatMap(List::stream).forEach(ButtonReader::check);
        if (keyboard.rows().stream().mapToInt(List::size).sum() > MOST_BUTTONS) {
            throw Refusal.badRequest("reply markup is too long");
        }
        return keyboard;
    }

    private static ReplyKeyboard keyboard(JsonNode markup) {
        var rows = rows(markup, "keyboard", "Field \"keyboard\" must be an Array of Arrays", MarkupReader::key);
        return new ReplyKeyboard(rows, markup.path("input_field_placeholder").asText());
    }

    private static String key(JsonNode key) {
        if (key.isTextual()) {
            return key.asText();
        }
        if (!key.isObject()) {
            throw Refusal.badRequest("Can't parse keyboard button: KeyboardButton must be a String or an Object");
        }
        return Fields.requiredText(key, "text", "Can't parse keyboard button: ");
    }

    private static <T> List<List<T>> rows(JsonNode markup, String field, String notRows, Function<JsonNode, T> reader) {
        var given = markup.path(field);
        if (given.isMissingNode() || given.isNull()) {
            return List.of();
        }
        if (!given.isArray()) {
            throw Refusal.badRequest("Field \"" + field + "\" must be of type Array");
        }
        var rows = new ArrayList<List<T>>();
        for (var row : given) {
            if (!row.isArray()) {
                throw Refusal.badRequest(notRows);
            }
            var read = new ArrayList<T>();
            row.forEach(button -> read.add(reader.apply(button)));
            rows.add(List.copyOf(read));
        }
        return rows;
    }
}
