package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.fleetgram.demo.emulator.botapi.ChatAccess.Reach;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.Draft;
import io.fleetgram.demo.emulator.chat.Message;
import io.fleetgram.demo.emulator.chat.World;
import java.util.Map;

/** getChat, pins, deletions, forum topics. */
final class ChatMethods {
    private static final int DEFAULT_ICON_COLOR = 0x6FB9F0;
    private static final long DELETABLE_SECONDS = 48 * 3600;

    private final World world;
    private final ChatAccess access;
    private final MessageJson json;

    ChatMethods(World world) {
        this.world = world;
        this.access = new ChatAccess(world);
        this.json = new MessageJson(world);
    }

    Map<String, Method> methods() {
        return Map.of(
                "getchat", this::getChat,
                "pinchatmessage", this::pin,
                "unpinchatmessage", this::unpin,
                "unpinallchatmessages", this::unpinAll,
                "deletemessage", this::delete,
                "deletemessages", this::deleteSeveral,
                "createforumtopic", this::createTopic);
    }

    private JsonNode getChat(Arguments arguments) {
        var chat = access.chat(arguments, Reach.READ);
        var answer = PeopleJson.chat(chat);
        answer.put("accent_color_id", 0);
        answer.put("max_reaction_count", 11);
        answer.putObject("accepted_gift_types");
        if (!chat.pinned().isEmpty()) {
            world.messages()
                    .find(chat.id(), chat.pinned().getFirst())
                    .ifPresent(pinned -> answer.set("pinned_message", json.message(pinned)));
        }
        return answer;
    }

    private JsonNode pin(Arguments arguments) {
        var message = access.message(arguments, Reach.WRITE, "message to pin");
        var chat = access.chat(arguments, Reach.WRITE);
        access.requireAdministrator(chat, "Not enough rights to manage pinned messages in the chat");
        world.chats().pin(chat, message.id());
        var note = new Draft(chat.id(), world.bot().user().id(), new Content.Pinned(message.id()));
        world.messages().add(note.inThread(message.thread(), 0), world.now());
        return BooleanNode.TRUE;
    }

    private JsonNode unpin(Arguments arguments) {
        var chat = access.chat(arguments, Reach.WRITE);
        access.requireAdministrator(chat, "Not enough rights to manage pinned messages in the chat");
        long id = arguments.number("message_id");
        if (id == 0 && chat.pinned().isEmpty()) {
            throw Refusal.badRequest("Message to unpin not found");
        }
        var message = access.message(chat, id == 0 ? chat.pinned().getFirst() : id, "message to unpin");
        world.chats().unpin(chat, message.id());
        return BooleanNode.TRUE;
    }

    private JsonNode unpinAll(Arguments arguments) {
        var chat = access.chat(arguments, Reach.WRITE);
        access.requireAdministrator(chat, "Not enough rights to manage pinned messages in the chat");
        world.chats().unpinAll(chat);
        return BooleanNode.TRUE;
    }

    private JsonNode delete(Arguments arguments) {
        if (arguments.text("chat_id").isEmpty()) {
            throw Refusal.badRequest("Chat identifier is not specified");
        }
        if (arguments.number("message_id") == 0) {
            throw Refusal.badRequest("Message identifier is not specified");
        }
        var message = access.message(arguments, Reach.WRITE, "message to delete");
        if (!isDeletable(message)) {
            throw Refusal.badRequest("Message can't be deleted for everyone");
        }
        remove(message);
        return BooleanNode.TRUE;
    }

    private JsonNode deleteSeveral(Arguments arguments) {
        if (arguments.text("message_ids").isEmpty()) {
            throw Refusal.badRequest("Message identifiers are not specified");
        }
        var ids = arguments
                .json("message_ids")
                .orElseThrow(() -> Refusal.badRequest("Can't parse message_ids JSON object"));
        if (!ids.isArray()) {
            throw Refusal.badRequest("Expected an Array of message identifiers");
        }
        if (ids.size() > 100) {
            throw Refusal.badRequest("Too many message identifiers specified");
        }
        if (ids.isEmpty()) {
            throw Refusal.badRequest("Message identifiers are not specified");
        }
        var chat = access.chat(arguments, Reach.WRITE);
        for (var id : ids) {
            if (id.asInt() <= 0) {
                throw Refusal.badRequest("Invalid message identifier specified");
            }
            world.messages()
                    .find(chat.id(), id.asInt())
                    .filter(this::isDeletable)
                    .ifPresent(this::remove);
        }
        return BooleanNode.TRUE;
    }

    /** Messages of the last 48 hours; those of others only where the bot may. */
    private boolean isDeletable(Message message) {
        if (world.now() - message.date() > DELETABLE_SECONDS) {
            return false;
        }
        return message.from() == world.bot().user().id()
                || world.chats()
                        .find(message.chat())
                        .map(chat -> switch (chat) {
                            case Chat.Private person -> true;
                            case Chat.Group group -> group.bot() == Chat.BotStanding.ADMINISTRATOR;
                        })
                        .orElse(false);
    }

    private void remove(Message message) {
        world.messages().delete(message);
        world.chats()
                .find(message.chat())
                .filter(chat -> chat.pinned().contains(message.id()))
                .ifPresent(chat -> world.chats().unpin(chat, message.id()));
    }

    private JsonNode createTopic(Arguments arguments) {
        var chat = access.chat(arguments, Reach.WRITE);
        if (!(chat instanceof Chat.Group group) || !group.forum()) {
            throw Refusal.badRequest("The chat is not a forum");
        }
        access.requireAdministrator(chat, "Not enough rights to create a topic");
        var name = arguments.text("name").strip();
        if (name.isEmpty() || name.length() > 128) {
            throw Refusal.badRequest("TOPIC_TITLE_EMPTY");
        }
        int color = arguments.number("icon_color", DEFAULT_ICON_COLOR, 0, 0xFFFFFF);
        var created = new Content.TopicCreated(name, color);
        var note = world.messages().add(new Draft(chat.id(), world.bot().user().id(), created), world.now());
        world.chats().save(group.withTopic(new Chat.Topic(note.id(), name, color)));
        return Json.object()
                .put("message_thread_id", note.id())
                .put("name", name)
                .put("icon_color", color);
    }
}
