package io.fleetgram.demo.emulator.userside;

import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.botapi.MessageJson;
import io.fleetgram.demo.emulator.botapi.PeopleJson;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.Draft;
import io.fleetgram.demo.emulator.chat.InlineKeyboard.Action;
import io.fleetgram.demo.emulator.chat.InlineKeyboard.Button;
import io.fleetgram.demo.emulator.chat.Message;
import io.fleetgram.demo.emulator.chat.Tap;
import io.fleetgram.demo.emulator.chat.User;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.text.EntityKind;
import java.util.List;
import java.util.Optional;

/** Writing, tapping, blocking: what reaches the bot as updates. Used only in a turn of the world. */
public final class Acts {
    private final World world;
    private final MessageJson json;
    private final BotMembership membership;

    public Acts(World world) {
        this.world = world;
        this.json = new MessageJson(world);
        this.membership = new BotMembership(world);
    }

    /** Sends a person's message. Writing to a blocked bot unblocks it, as in a real app. */
    public Message says(User user, Chat chat, Content content, int thread, int replyTo) {
        checkMembership(user, chat);
        checkPlace(chat, thread, replyTo);
        if (chat instanceof Chat.Private person) {
            if (person.blocked()) {
                membership.blocks(person, false);
            }
            if (!person.started()) {
                world.chats().save(person.withBlocked(false).withStarted(true));
            }
        }
        var draft = new Draft(chat.id(), user.id(), content).inThread(thread, replyTo);
        var message = world.messages().add(draft, world.now());
        if (botSees(chat, message)) {
            world.updates().offer("message", json.message(message).toString());
        }
        return message;
    }

    /** Taps a button that asks the bot; other buttons do nothing that the bot would see. */
    public Optional<Tap> taps(User user, Chat chat, Message message, Button button) {
        checkMembership(user, chat);
        if (!(button.action() instanceof Action.Callback callback)) {
            return Optional.empty();
        }
        return Optional.of(ask(user, chat, message.id(), callback.data()));
    }

    /**
     * Asks the bot with data of this person's choice, as an app does that still shows an old keyboard, or a forged one.
     *
     * @param message need not exist any more
     */
    public Tap tapsStale(User user, Chat chat, int message, String data) {
        checkMembership(user, chat);
        return ask(user, chat, message, data);
    }

    private Tap ask(User user, Chat chat, int messageId, String data) {
        var tap = world.taps().add(chat.id(), messageId, user.id(), data, world.now());
        var update = Json.object().put("id", tap.id());
        update.set("from", PeopleJson.user(user));
        update.set(
                "message",
                world.messages()
                        .find(chat.id(), messageId)
                        .map(json::message)
                        .orElseGet(() -> json.inaccessible(chat.id(), messageId)));
        update.put("chat_instance", Long.toString(7_000_000_000_000L + chat.id()));
        update.put("data", data);
        world.updates().offer("callback_query", update.toString());
        return tap;
    }

    private void checkMembership(User user, Chat chat) {
        boolean mayAct = switch (chat) {
            case Chat.Private person -> person.id() == user.id();
            case Chat.Group group -> group.people().contains(user.id());
        };
        if (!mayAct) {
            throw new Impossible(user.name() + " is not in chat " + chat.id());
        }
    }

    private void checkPlace(Chat chat, int thread, int replyTo) {
        boolean threadIsThere = thread == 0
                || (chat instanceof Chat.Group group
                        && group.topics().stream().anyMatch(topic -> topic.id() == thread));
        if (!threadIsThere) {
            throw new Impossible("chat " + chat.id() + " has no topic " + thread);
        }
        if (replyTo != 0 && world.messages().find(chat.id(), replyTo).isEmpty()) {
            throw new Impossible("chat " + chat.id() + " has no message " + replyTo + " to answer");
        }
    }

    /** A bot that is no administrator sees commands, mentions of itself and answers to itself. */
    private boolean botSees(Chat chat, Message message) {
        if (!(chat instanceof Chat.Group group) || group.bot() == Chat.BotStanding.ADMINISTRATOR) {
            return true;
        }
        var words = message.content().words();
        boolean addressed = words.entities().stream().anyMatch(entity -> entity.kind() == EntityKind.BOT_COMMAND)
                || words.text().contains("@" + world.bot().user().username());
        boolean answers = world.messages()
                .find(chat.id(), message.replyTo())
                .map(original -> original.from() == world.bot().user().id())
                .orElse(false);
        return group.bot() == Chat.BotStanding.MEMBER && (addressed || answers);
    }

    /** The chats a person is in. */
    public List<Chat> chatsOf(User user) {
        return world.chats().all().stream()
                .filter(chat -> switch (chat) {
                    case Chat.Private person -> person.id() == user.id();
                    case Chat.Group group -> group.people().contains(user.id());
                })
                .toList();
    }
}
