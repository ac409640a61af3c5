package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.text.Entity;
import io.fleetgram.demo.emulator.text.EntityFinder;
import io.fleetgram.demo.emulator.text.EntityKind;
import io.fleetgram.demo.emulator.text.FormattedText;
import io.fleetgram.demo.emulator.text.HtmlParser;
import io.fleetgram.demo.emulator.text.Parsed;
import io.fleetgram.demo.emulator.text.TextTidying;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads texts and captions: parse mode or entities, tidied, within limits. */
final class TextReader {
    private static final int MOST_BYTES = 1 << 15;
    private static final int TEXT_LIMIT = 4096;
    private static final int CAPTION_LIMIT = 1024;

    private TextReader() {}

    /** A message's text; {@code tooLong} is what this method's real counterpart says to more than 4096 units. */
    static FormattedText text(Arguments arguments, String tooLong) {
        if (arguments.text("text").isEmpty()) {
            throw Refusal.badRequest("Message text is empty");
        }
        var text = read(arguments.text("text"), arguments.text("parse_mode"), arguments.json("entities"));
        if (text.isEmpty()) {
            throw Refusal.badRequest("Text must be non-empty");
        }
        return within(text, TEXT_LIMIT, tooLong);
    }

    /** A caption, perhaps empty; {@code tooLong} is said to more than 1024 units. */
    static FormattedText caption(Arguments arguments, String tooLong) {
        var caption = read(arguments.text("caption"), arguments.text("parse_mode"), arguments.json("caption_entities"));
        return within(caption, CAPTION_LIMIT, tooLong);
    }

    /** The caption inside an {@code InputMedia}. */
    static FormattedText caption(JsonNode media, String tooLong) {
        var caption = read(
                media.path("caption").asText(),
                media.path("parse_mode").asText(),
                Optional.of(media.path("caption_entities")));
        return within(caption, CAPTION_LIMIT, tooLong);
    }

    private static FormattedText within(FormattedText text, int limit, String tooLong) {
        if (text.length() > limit) {
            throw Refusal.badRequest(tooLong);
        }
        return text;
    }

    private static FormattedText read(String text, String parseMode, Optional<JsonNode> entities) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusal.badRequest("Text is too long");
        }
        var raw = switch (parseMode.toLowerCase(Locale.ROOT)) {
            case "", "none" -> new FormattedText(text, entities(entities, text));
            case "html" ->
                switch (HtmlParser.parse(text)) {
                    case Parsed.Sound sound -> sound.text();
                    case Parsed.Malformed malformed ->
                        throw Refusal.badRequest("Can't parse entities: " + malformed.reason());
                };
            default -> throw Refusal.badRequest("Unsupported parse_mode");
        };
        return EntityFinder.mark(TextTidying.tidy(raw));
    }

    private static List<Entity> entities(Optional<JsonNode> given, String text) {
        var entities = new ArrayList<Entity>();
        for (var json : given.filter(JsonNode::isArray).orElseGet(Json::array)) {
            var kind = EntityKind.named(json.path("type").asText());
            if (kind.isEmpty()) {
                throw Refusal.badRequest("Can't parse MessageEntity: Unsupported type specified");
            }
            if (!json.path("offset").isInt() || !json.path("length").isInt()) {
                throw Refusal.badRequest("Can't parse MessageEntity: Field \"offset\" must be a Number");
            }
            var entity = new Entity(
                    kind.get(), json.path("offset").asInt(), json.path("length").asInt(), detail(kind.get(), json));
            if (!kind.get().foundByServer()) {
                check(entity, text);
                entities.add(entity);
            }
        }
        return entities;
    }

    private static void check(Entity entity, String text) {
        if (entity.offset() < 0 || entity.offset() > 1_000_000) {
            throw Refusal.badRequest("Receive an entity with incorrect offset " + entity.offset());
        }
        if (entity.length() < 0 || entity.length() > 1_000_000) {
            throw Refusal.badRequest("Receive an entity with incorrect length " + entity.length());
        }
        if (entity.offset() > text.length()) {
            throw Refusal.badRequest("Entity begins after the end of the text at UTF-16 offset " + entity.offset());
        }
        if (entity.end() > text.length()) {
            throw Refusal.badRequest("Entity beginning at UTF-16 offset " + entity.offset()
                    + " ends after the end of the text at UTF-16 offset " + entity.end());
        }
        if (splitsSymbol(text, entity.offset())) {
            throw Refusal.badRequest(
                    "Entity begins in a middle of a UTF-16 symbol at byte offset " + bytes(text, entity.offset()));
        }
        if (splitsSymbol(text, entity.end())) {
            throw Refusal.badRequest("Entity beginning at UTF-16 offset " + entity.offset()
                    + " ends in a middle of a UTF-16 symbol at byte offset " + bytes(text, entity.end()));
        }
    }

    private static boolean splitsSymbol(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static int bytes(String text, int at) {
        return text.substring(0, at + 1).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String detail(EntityKind kind, JsonNode json) {
        return switch (kind) {
            case TEXT_LINK -> json.path("url").asText();
            case TEXT_MENTION -> json.path("user").path("id").asText();
            case PRE -> json.path("language").asText();
            case CUSTOM_EMOJI -> json.path("custom_emoji_id").asText();
            case DATE_TIME ->
                (json.path("unix_time").asText() + " "
                                + json.path("date_time_format").asText())
                        .strip();
            default -> "";
        };
    }
}
