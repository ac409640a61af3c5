package io.fleetgram.demo.emulator.botapi;

import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Message;
import io.fleetgram.demo.emulator.chat.World;

/** Finds the chat and the message a request names, or refuses as the server does. */
final class ChatAccess {

    /** How far the bot must reach. */
    enum Reach {
        READ,
        EDIT,
        WRITE
    }

    private final World world;

    ChatAccess(World world) {
        this.world = world;
    }

    /** The chat in {@code chat_id}, if the bot may reach that far into it. */
    Chat chat(Arguments arguments, Reach reach) {
        return chat(arguments.text("chat_id"), reach);
    }

    Chat chat(String id, Reach reach) {
        if (id.isEmpty()) {
            throw Refusal.badRequest("chat_id is empty");
        }
        var chat = world.chats()
                .find(id.matches("\\s*-?\\d{1,18}\\s*") ? Long.parseLong(id.strip()) : 0)
                .orElseThrow(() -> Refusal.badRequest("Chat not found"));
        switch (chat) {
            case Chat.Private person -> checkPerson(person, reach);
            case Chat.Group group -> checkGroup(group, reach);
        }
        return chat;
    }

    private void checkPerson(Chat.Private person, Reach reach) {
        if (!person.started()) {
            throw sharesGroup(person.id())
                    ? Refusal.forbidden("Bot can't initiate conversation with a user")
                    : Refusal.badRequest("Chat not found");
        }
        if (reach != Reach.READ && person.deactivated()) {
            throw Refusal.forbidden("user is deactivated");
        }
        if (reach != Reach.READ && person.blocked()) {
            throw Refusal.forbidden("bot was blocked by the user");
        }
    }

    private boolean sharesGroup(long person) {
        return world.chats().all().stream()
                .anyMatch(chat -> chat instanceof Chat.Group group
                        && group.people().contains(person)
                        && (group.bot() == Chat.BotStanding.MEMBER || group.bot() == Chat.BotStanding.ADMINISTRATOR));
    }

    private static void checkGroup(Chat.Group group, Reach reach) {
        var kind = group.supergroup() ? "supergroup" : "group";
        if (group.migratedTo() != 0 && reach == Reach.WRITE) {
            throw Refusal.migratedTo(group.migratedTo());
        }
        if (group.bot() == Chat.BotStanding.KICKED) {
            throw Refusal.forbidden("bot was kicked from the " + kind + " chat");
        }
        if (group.bot() == Chat.BotStanding.LEFT) {
            throw Refusal.forbidden("bot is not a member of the " + kind + " chat");
        }
    }

    /** Refuses unless the bot is an administrator of the group. */
    void requireAdministrator(Chat chat, String refusal) {
        if (chat instanceof Chat.Group group && group.bot() != Chat.BotStanding.ADMINISTRATOR) {
            throw Refusal.badRequest(refusal);
        }
    }

    /** The message in {@code message_id}; {@code what} is e.g. {@code message to edit}. */
    Message message(Arguments arguments, Reach reach, String what) {
        var chat = chat(arguments, reach);
        return message(chat, arguments.number("message_id"), what);
    }

    Message message(Chat chat, long id, String what) {
        return world.messages()
                .find(chat.id(), Math.clamp(id, 0, Integer.MAX_VALUE))
                .orElseThrow(() -> Refusal.badRequest(what + " not found"));
    }

    /** The topic in {@code message_thread_id}, 0 if none is named. */
    int thread(Arguments arguments, Chat chat) {
        int thread = Math.clamp(arguments.number("message_thread_id"), 0, Integer.MAX_VALUE);
        if (thread == 0) {
            return 0;
        }
        if (chat instanceof Chat.Group group
                && group.forum()
                && group.topics().stream().anyMatch(topic -> topic.id() == thread)) {
            return thread;
        }
        throw Refusal.badRequest("message thread not found");
    }

    /** The message this one is to answer, 0 if none is named or a missing one is allowed. */
    int replyTo(Arguments arguments, Chat chat) {
        var parameters = arguments.json("reply_parameters");
        long id = parameters
                .map(json -> json.path("message_id").asLong())
                .orElseGet(() -> arguments.number("reply_to_message_id"));
        if (id == 0) {
            return 0;
        }
        boolean mayBeMissing = parameters
                .map(json -> json.path("allow_sending_without_reply").asBoolean())
                .orElseGet(() -> arguments.flag("allow_sending_without_reply"));
        if (mayBeMissing && world.messages().find(chat.id(), (int) id).isEmpty()) {
            return 0;
        }
        return message(chat, id, "message to be replied").id();
    }
}
