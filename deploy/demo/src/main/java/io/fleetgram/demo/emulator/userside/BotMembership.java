package io.fleetgram.demo.emulator.userside;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.botapi.MessageJson;
import io.fleetgram.demo.emulator.botapi.PeopleJson;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Chat.BotStanding;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.Draft;
import io.fleetgram.demo.emulator.chat.User;
import io.fleetgram.demo.emulator.chat.World;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Blocking the bot, putting it into groups and out of them; told to it as {@code my_chat_member}. */
public final class BotMembership {
    private static final List<String> ADMINISTRATOR_RIGHTS = List.of(
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
            "can_pin_messages",
            "can_manage_topics");

    private final World world;

    public BotMembership(World world) {
        this.world = world;
    }

    /** A person blocks or unblocks the bot. */
    public void blocks(Chat.Private person, boolean blocked) {
        if (person.blocked() == blocked) {
            return;
        }
        var changed = person.withBlocked(blocked);
        world.chats().save(changed);
        tell(changed, person.user(), blocked ? "member" : "kicked", blocked ? "kicked" : "member");
    }

    /** A person opens a group with others and the bot in it. */
    public Chat.Group opens(User founder, String title, boolean supergroup, boolean forum, Set<Long> people) {
        var members = new HashSet<>(people);
        members.add(founder.id());
        var group = world.chats().addGroup(title, supergroup, forum, members, BotStanding.LEFT);
        return stands(group, founder, BotStanding.MEMBER);
    }

    /** Somebody changes what the bot is in a group. */
    public Chat.Group stands(Chat.Group group, User by, BotStanding standing) {
        if (group.bot() == standing) {
            return group;
        }
        var changed = group.withBot(standing);
        world.chats().save(changed);
        tell(changed, by, status(group.bot()), status(standing));
        if (group.bot() == BotStanding.LEFT || group.bot() == BotStanding.KICKED) {
            world.messages()
                    .add(
                            new Draft(
                                    group.id(),
                                    by.id(),
                                    new Content.Joined(world.bot().user().id())),
                            world.now());
        }
        return changed;
    }

    /** A basic group becomes a supergroup with another id; the bot is told in the old one. */
    public Chat.Group migrates(Chat.Group group, User by) {
        if (group.supergroup() || group.migratedTo() != 0) {
            throw new Impossible("chat " + group.id() + " is no basic group");
        }
        var next = world.chats().addGroup(group.title(), true, false, group.people(), group.bot());
        world.chats().save(group.withMigratedTo(next.id()));
        var note = world.messages().add(new Draft(group.id(), by.id(), new Content.MigratedTo(next.id())), world.now());
        world.updates().offer("message", new MessageJson(world).message(note).toString());
        return next;
    }

    private void tell(Chat chat, User by, String before, String after) {
        var json = Json.object();
        json.set("chat", PeopleJson.chat(chat));
        json.set("from", PeopleJson.user(by));
        json.put("date", world.now());
        json.set("old_chat_member", member(before));
        json.set("new_chat_member", member(after));
        world.updates().offer("my_chat_member", json.toString());
    }

    private ObjectNode member(String status) {
        var json = Json.object();
        json.set("user", PeopleJson.user(world.bot().user()));
        json.put("status", status);
        if (status.equals("kicked")) {
            json.put("until_date", 0);
        }
        if (status.equals("administrator")) {
            ADMINISTRATOR_RIGHTS.forEach(right -> json.put(right, true));
            json.put("can_be_edited", false);
            json.put("is_anonymous", false);
        }
        return json;
    }

    private static String status(BotStanding standing) {
        return switch (standing) {
            case ADMINISTRATOR -> "administrator";
            case MEMBER -> "member";
            case LEFT -> "left";
            case KICKED -> "kicked";
        };
    }
}
