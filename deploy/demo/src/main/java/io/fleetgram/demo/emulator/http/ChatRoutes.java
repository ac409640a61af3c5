package io.fleetgram.demo.emulator.http;

import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.userside.Acts;
import io.fleetgram.demo.emulator.userside.ChatViews;
import io.fleetgram.demo.emulator.userside.Impossible;
import io.fleetgram.demo.emulator.userside.Views;
import java.util.List;
import java.util.Optional;

/** Looking: chats, their messages, files, the bot. */
final class ChatRoutes {
    private final World world;
    private final Views views;
    private final ChatViews chatViews;

    ChatRoutes(World world) {
        this.world = world;
        this.views = new Views(world);
        this.chatViews = new ChatViews(world);
    }

    void addTo(Routes routes) {
        routes.on("GET", "/emulator/chats", (request, path) -> chats(request.parameter("user")))
                .on("GET", "/emulator/chats/([^/]+)", (request, path) -> chat(path.group(1), request))
                .on("GET", "/emulator/files/([\\w-]+)", (request, path) -> file(path.group(1)))
                .on("GET", "/emulator/bot", (request, path) -> world.turn(() -> Answer.json(200, chatViews.bot())));
    }

    private Answer chats(Optional<String> user) throws InterruptedException {
        return world.turn(() -> {
            List<Chat> shown = user.map(name ->
                            new Acts(world).chatsOf(new Given(Json.object().put("user", name)).user(world)))
                    .orElseGet(() -> world.chats().all());
            var answer = Json.object().put("event", world.feed().last());
            var chats = answer.putArray("chats");
            shown.forEach(chat -> chats.add(chatViews.chat(chat)));
            return Answer.json(200, answer);
        });
    }

    private Answer chat(String name, WebRequest request) throws InterruptedException {
        return world.turn(() -> {
            var chat = world.chats().named(name).orElseThrow(() -> new Impossible("there is no chat “" + name + "”"));
            long after = number(request, "after", 0);
            var answer = Json.object().put("event", world.feed().last());
            answer.set("chat", chatViews.chat(chat));
            request.parameter("user")
                    .map(user -> new Given(Json.object().put("user", user)).user(world))
                    .ifPresent(user -> answer.set("commands", chatViews.commands(chat, user)));
            var messages = answer.putArray("messages");
            var all = world.messages().in(chat.id()).stream()
                    .filter(message -> message.changed() > after)
                    .toList();
            all.stream()
                    .skip(Math.max(0, all.size() - number(request, "limit", Integer.MAX_VALUE)))
                    .forEach(message -> messages.add(views.message(message)));
            return Answer.json(200, answer);
        });
    }

    private static long number(WebRequest request, String name, long otherwise) {
        var text = request.parameter(name).orElse(Long.toString(otherwise));
        if (!text.matches("\\d{1,18}")) {
            throw new Impossible("“" + name + "” must be a whole number");
        }
        return Long.parseLong(text);
    }

    private Answer file(String id) throws InterruptedException {
        return world.turn(() -> world.files()
                .find(id)
                .flatMap(file -> world.files()
                        .content(file)
                        .map(content -> Answer.file(SafeMediaTypes.of(file.mediaType(), content), content)))
                .orElseGet(() -> Routes.error(404, "there is no file " + id)));
    }
}
