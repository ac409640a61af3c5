package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.botapi.ChatAccess.Reach;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.InlineKeyboard;
import io.fleetgram.demo.emulator.chat.Message;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.text.FormattedText;
import java.util.Map;

/** editMessageText, editMessageCaption, editMessageMedia, editMessageReplyMarkup. */
final class EditMethods {
    private static final String NOT_MODIFIED =
            "message is not modified: specified new message content and reply markup are exactly the same as a current"
                    + " content and reply markup of the message";

    private final World world;
    private final ChatAccess access;
    private final InputFile input;
    private final MessageJson json;

    EditMethods(World world) {
        this.world = world;
        this.access = new ChatAccess(world);
        this.input = new InputFile(world);
        this.json = new MessageJson(world);
    }

    Map<String, Method> methods() {
        return Map.of(
                "editmessagetext", this::editText,
                "editmessagecaption", this::editCaption,
                "editmessagemedia", this::editMedia,
                "editmessagereplymarkup", this::editMarkup);
    }

    private JsonNode editText(Arguments arguments) {
        var text = TextReader.text(arguments, "MESSAGE_TOO_LONG");
        var keyboard = MarkupReader.readInline(arguments);
        var message = editable(arguments);
        if (!(message.content() instanceof Content.Text)) {
            throw Refusal.badRequest("There is no text in the message to edit");
        }
        return edit(message, new Content.Text(text), keyboard);
    }

    private JsonNode editCaption(Arguments arguments) {
        var keyboard = MarkupReader.readInline(arguments);
        var caption = TextReader.caption(arguments, "MEDIA_CAPTION_TOO_LONG");
        var message = editable(arguments);
        return edit(message, withCaption(message.content(), caption), keyboard);
    }

    private static Content withCaption(Content content, FormattedText caption) {
        return switch (content) {
            case Content.Photo photo ->
                new Content.Photo(photo.file(), photo.width(), photo.height(), photo.spoiler(), caption);
            case Content.Document document -> new Content.Document(document.file(), caption);
            default -> throw Refusal.badRequest("There is no caption in the message to edit");
        };
    }

    private JsonNode editMedia(Arguments arguments) {
        var keyboard = MarkupReader.readInline(arguments);
        if (arguments.text("media").isEmpty()) {
            throw Refusal.badRequest("Parameter \"media\" is required");
        }
        var media =
                arguments.json("media").orElseThrow(() -> Refusal.badRequest("Can't parse input media JSON object"));
        var context = "Can't parse InputMedia: ";
        var caption = TextReader.caption(media, "MEDIA_CAPTION_TOO_LONG");
        var type = Fields.requiredText(media, "type", context);
        var file = Fields.optionalText(media, "media", context);
        if (file.isEmpty()) {
            throw Refusal.badRequest(context + "media not found");
        }
        var message = editable(arguments);
        boolean mayCarryMedia = switch (message.content()) {
            case Content.Text text -> true;
            case Content.Photo photo -> true;
            case Content.Document document -> true;
            default -> false;
        };
        if (!mayCarryMedia) {
            throw Refusal.badRequest("Message media can't be edited");
        }
        Content content = switch (type) {
            case "photo" ->
                input.photo(arguments, "", file, media.path("has_spoiler").asBoolean(), caption);
            case "document" -> input.document(arguments, "", file, caption);
            default -> throw Refusal.badRequest(context + "type \"" + type + "\" is unsupported");
        };
        return edit(message, content, keyboard);
    }

    private JsonNode editMarkup(Arguments arguments) {
        var keyboard = MarkupReader.readInline(arguments);
        var message = editable(arguments);
        return edit(message, message.content(), keyboard);
    }

    private Message editable(Arguments arguments) {
        if (arguments.text("chat_id").isEmpty() && arguments.number("message_id") == 0) {
            throw Refusal.badRequest("Message identifier is not specified");
        }
        var message = access.message(arguments, Reach.EDIT, "message to edit");
        if (message.from() != world.bot().user().id() || message.forwardedFrom() != 0) {
            throw Refusal.badRequest("Message can't be edited");
        }
        return message;
    }

    private JsonNode edit(Message message, Content content, InlineKeyboard keyboard) {
        if (message.content().equals(content) && message.keyboard().equals(keyboard)) {
            throw Refusal.badRequest(NOT_MODIFIED);
        }
        return json.message(world.messages().replace(message.edited(content, keyboard, world.now())));
    }
}
