package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.fleetgram.demo.emulator.botapi.ChatAccess.Reach;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.Draft;
import io.fleetgram.demo.emulator.chat.InlineKeyboard;
import io.fleetgram.demo.emulator.chat.Message;
import io.fleetgram.demo.emulator.chat.ReplyKeyboards.ReplyKeyboard;
import io.fleetgram.demo.emulator.chat.World;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** sendMessage, sendPhoto, sendDocument, sendChatAction, forwardMessage, copyMessage. */
final class SendMethods {
    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");

    private final World world;
    private final ChatAccess access;
    private final InputFile input;
    private final MessageJson json;

    SendMethods(World world) {
        this.world = world;
        this.access = new ChatAccess(world);
        this.input = new InputFile(world);
        this.json = new MessageJson(world);
    }

    Map<String, Method> methods() {
        return Map.of(
                "sendmessage", this::sendMessage,
                "sendphoto", this::sendPhoto,
                "senddocument", this::sendDocument,
                "sendchataction", this::sendChatAction,
                "forwardmessage", this::forwardMessage,
                "copymessage", this::copyMessage);
    }

    private JsonNode sendMessage(Arguments arguments) {
        var text = TextReader.text(arguments, "Message is too long");
        var markup = MarkupReader.read(arguments);
        var chat = access.chat(arguments, Reach.WRITE);
        return send(arguments, chat, new Content.Text(text), markup);
    }

    private JsonNode sendPhoto(Arguments arguments) {
        var caption = TextReader.caption(arguments, "Message caption is too long");
        var markup = MarkupReader.read(arguments);
        var chat = access.chat(arguments, Reach.WRITE);
        var photo = input.photo(arguments, "photo", arguments.text("photo"), arguments.flag("has_spoiler"), caption);
        return send(arguments, chat, photo, markup);
    }

    private JsonNode sendDocument(Arguments arguments) {
        var caption = TextReader.caption(arguments, "Message caption is too long");
        var markup = MarkupReader.read(arguments);
        var chat = access.chat(arguments, Reach.WRITE);
        var document = input.document(arguments, "document", arguments.text("document"), caption);
        return send(arguments, chat, document, markup);
    }

    private JsonNode send(Arguments arguments, Chat chat, Content content, Markup markup) {
        return json.message(add(arguments, chat, content, markup, 0));
    }

    private Message add(Arguments arguments, Chat chat, Content content, Markup markup, long forwardedFrom) {
        int thread = access.thread(arguments, chat);
        int replyTo = access.replyTo(arguments, chat);
        var keyboard = markup instanceof Markup.Inline inline ? inline.keyboard() : InlineKeyboard.NONE;
        var draft = new Draft(
                chat.id(),
                world.bot().user().id(),
                thread,
                replyTo,
                forwardedFrom,
                content,
                keyboard,
                arguments.flag("protect_content"));
        var message = world.messages().add(draft, world.now());
        showReplyKeyboard(chat, markup);
        return message;
    }

    private void showReplyKeyboard(Chat chat, Markup markup) {
        switch (markup) {
            case Markup.Reply reply -> world.replyKeyboards().show(chat.id(), reply.keyboard());
            case Markup.RemoveReply remove -> world.replyKeyboards().show(chat.id(), ReplyKeyboard.NONE);
            case Markup.ForceReply forceReply ->
                world.replyKeyboards().show(chat.id(), new ReplyKeyboard(List.of(), forceReply.placeholder()));
            case Markup.None none -> {}
            case Markup.Inline inline -> {}
        }
    }

    private JsonNode sendChatAction(Arguments arguments) {
        var action = arguments.text("action");
        if (!ACTIONS.contains(action)) {
            throw Refusal.badRequest("Wrong parameter action in request");
        }
        var chat = access.chat(arguments, Reach.WRITE);
        world.typing(chat.id(), action);
        return BooleanNode.TRUE;
    }

    private JsonNode forwardMessage(Arguments arguments) {
        var chat = access.chat(arguments, Reach.WRITE);
        var from = access.chat(arguments.text("from_chat_id"), Reach.READ);
        var original = access.message(from, arguments.number("message_id"), "message to forward");
        if (original.protectedContent()) {
            throw Refusal.badRequest("Message has protected content and can't be forwarded");
        }
        var sent = add(arguments, chat, original.content(), new Markup.None(), original.from());
        return json.message(sent);
    }

    private JsonNode copyMessage(Arguments arguments) {
        var markup = MarkupReader.read(arguments);
        var chat = access.chat(arguments, Reach.WRITE);
        var from = access.chat(arguments.text("from_chat_id"), Reach.READ);
        var original = access.message(from, arguments.number("message_id"), "message to copy");
        if (original.protectedContent()) {
            throw Refusal.badRequest("Message has protected content and can't be copied");
        }
        var sent = add(arguments, chat, original.content(), markup, 0);
        return Json.object().put("message_id", sent.id());
    }
}
