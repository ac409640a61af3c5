package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.fleetgram.demo.emulator.botapi.ChatAccess.Reach;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Commands;
import io.fleetgram.demo.emulator.chat.Commands.Command;
import io.fleetgram.demo.emulator.chat.Commands.Scope;
import io.fleetgram.demo.emulator.chat.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** setMyCommands, getMyCommands, deleteMyCommands. */
final class CommandMethods {
    private static final int MOST_COMMANDS = 100;
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_DESCRIPTION = 256;

    private final World world;
    private final ChatAccess access;

    CommandMethods(World world) {
        this.world = world;
        this.access = new ChatAccess(world);
    }

    Map<String, Method> methods() {
        return Map.of(
                "setmycommands", this::set,
                "getmycommands", this::get,
                "deletemycommands", this::delete);
    }

    private JsonNode set(Arguments arguments) {
        var commands = commands(arguments);
        world.commands().set(place(arguments), commands);
        return BooleanNode.TRUE;
    }

    private JsonNode get(Arguments arguments) {
        var answer = Json.array();
        for (var command : world.commands().get(place(arguments))) {
            answer.addObject().put("command", command.name()).put("description", command.description());
        }
        return answer;
    }

    private JsonNode delete(Arguments arguments) {
        world.commands().set(place(arguments), List.of());
        return BooleanNode.TRUE;
    }

    private List<Command> commands(Arguments arguments) {
        if (arguments.text("commands").isEmpty()) {
            return List.of();
        }
        var given =
                arguments.json("commands").orElseThrow(() -> Refusal.badRequest("Can't parse commands JSON object"));
        if (!given.isArray()) {
            throw Refusal.badRequest("Expected an Array of BotCommand");
        }
        var commands = new ArrayList<Command>();
        given.forEach(json -> commands.add(command(json)));
        if (commands.size() > MOST_COMMANDS) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        return commands;
    }

    private static Command command(JsonNode json) {
        var context = "Can't parse BotCommand: ";
        var name = Fields.requiredText(json, "command", context).strip();
        var description = Fields.requiredText(json, "description", context).strip();
        name = name.startsWith("/") ? name.substring(1) : name;
        if (name.isEmpty()) {
            throw Refusal.badRequest("Command must be non-empty");
        }
        if (name.length() > LONGEST_NAME) {
            throw Refusal.badRequest("Command length must not exceed " + LONGEST_NAME);
        }
        if (description.isEmpty()) {
            throw Refusal.badRequest("Command description must be non-empty");
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw Refusal.badRequest("Command description length must not exceed " + LONGEST_DESCRIPTION);
        }
        if (!name.matches("[a-z0-9_]+")) {
            throw Refusal.badRequest("BOT_COMMAND_INVALID");
        }
        return new Command(name, description);
    }

    private Commands.Place place(Arguments arguments) {
        return new Commands.Place(scope(arguments), Languages.check(arguments));
    }

    private Scope scope(Arguments arguments) {
        if (arguments.text("scope").isEmpty()) {
            return Scope.DEFAULT;
        }
        var context = "Can't parse BotCommandScope: ";
        var json = arguments
                .json("scope")
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Refusal.badRequest("Can't parse BotCommandScope JSON object"));
        var type = Fields.requiredText(json, "type", context);
        return switch (type) {
            case "default", "all_private_chats", "all_group_chats", "all_chat_administrators" -> Scope.of(type);
            case "chat" -> new Scope(type, chat(json, context).id(), 0);
            case "chat_administrators", "chat_member" -> {
                var chat = chat(json, context);
                if (chat instanceof Chat.Private) {
                    throw Refusal.badRequest("Can't use specified scope in private chats");
                }
                long user = type.equals("chat_member") ? json.path("user_id").asLong() : 0;
                if (type.equals("chat_member") && user <= 0) {
                    throw Refusal.badRequest(context + "Invalid user_id specified");
                }
                yield new Scope(type, chat.id(), user);
            }
            default -> throw Refusal.badRequest(context + "Unsupported type specified");
        };
    }

    private Chat chat(JsonNode json, String context) {
        var id = Fields.requiredText(json, "chat_id", context);
        if (id.isEmpty()) {
            throw Refusal.badRequest(context + "Empty chat_id specified");
        }
        return access.chat(id, Reach.READ);
    }
}
