package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.fleetgram.demo.emulator.chat.Bot;
import io.fleetgram.demo.emulator.chat.World;
import java.util.Map;

/** getMe and the bot's name and descriptions. */
final class ProfileMethods {
    private final World world;

    ProfileMethods(World world) {
        this.world = world;
    }

    Map<String, Method> methods() {
        return Map.of(
                "getme", this::getMe,
                "getmyname", arguments -> get(arguments, Bot.Text.NAME, "name"),
                "setmyname", arguments -> set(arguments, Bot.Text.NAME, "name", 64),
                "getmydescription", arguments -> get(arguments, Bot.Text.DESCRIPTION, "description"),
                "setmydescription", arguments -> set(arguments, Bot.Text.DESCRIPTION, "description", 512),
                "getmyshortdescription", arguments -> get(arguments, Bot.Text.SHORT_DESCRIPTION, "short_description"),
                "setmyshortdescription",
                        arguments -> set(arguments, Bot.Text.SHORT_DESCRIPTION, "short_description", 120));
    }

    private JsonNode getMe(Arguments arguments) {
        return PeopleJson.user(world.bot().user())
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false)
                .put("supports_guest_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false)
                .put("has_topics_enabled", false)
                .put("allows_users_to_create_topics", false)
                .put("can_manage_bots", false);
    }

    private JsonNode get(Arguments arguments, Bot.Text text, String field) {
        var place = new Bot.Place(text, Languages.check(arguments));
        return Json.object().put(field, world.bot().text(place));
    }

    private JsonNode set(Arguments arguments, Bot.Text text, String field, int limit) {
        var place = new Bot.Place(text, Languages.check(arguments));
        var value = arguments.text(field).strip();
        if (value.length() > limit) {
            throw Refusal.badRequest(
                    switch (text) {
                        case NAME -> "BOT_TITLE_INVALID";
                        case DESCRIPTION -> "BOT_DESCRIPTION_INVALID";
                        case SHORT_DESCRIPTION -> "BOT_SHORT_DESCRIPTION_INVALID";
                    });
        }
        world.bot().set(place, value);
        return BooleanNode.TRUE;
    }
}
