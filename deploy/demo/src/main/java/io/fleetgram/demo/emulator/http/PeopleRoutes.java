package io.fleetgram.demo.emulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Chat.BotStanding;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.userside.BotMembership;
import io.fleetgram.demo.emulator.userside.ChatViews;
import io.fleetgram.demo.emulator.userside.Impossible;
import java.util.HashSet;
import java.util.Locale;

/** People and groups: adding them, and what stands between them and the bot. */
final class PeopleRoutes {
    private final World world;
    private final ChatViews views;
    private final BotMembership membership;

    PeopleRoutes(World world) {
        this.world = world;
        this.views = new ChatViews(world);
        this.membership = new BotMembership(world);
    }

    void addTo(Routes routes) {
        routes.on("GET", "/emulator/people", (request, path) -> people())
                .on("POST", "/emulator/people", (request, path) -> add(Given.of(request)))
                .on("POST", "/emulator/people/([^/]+)", (request, path) -> change(path.group(1), Given.of(request)))
                .on("POST", "/emulator/chats", (request, path) -> open(Given.of(request)))
                .on("POST", "/emulator/chats/([^/]+)", (request, path) -> group(path.group(1), Given.of(request)));
    }

    private Answer people() throws InterruptedException {
        return world.turn(() -> {
            var answer = Json.object();
            var people = answer.putArray("people");
            for (var chat : world.chats().all()) {
                if (chat instanceof Chat.Private person) {
                    people.add(views.person(person));
                }
            }
            return Answer.json(200, answer);
        });
    }

    private Answer add(Given given) throws InterruptedException {
        return world.turn(() -> {
            long id = given.has("id") ? given.json().path("id").asLong() : 0;
            if (id < 0 || id >= 1L << 52) {
                throw new Impossible("“id” must be a positive number below 2^52");
            }
            var name = given.required("name").strip().split("\\s+", 2);
            var person = world.chats()
                    .addPerson(
                            id,
                            name[0],
                            name.length > 1 ? name[1] : "",
                            given.text("username").replace("@", ""),
                            given.has("language") ? given.text("language") : "en");
            return Answer.json(200, views.person(person));
        });
    }

    private Answer change(String name, Given given) throws InterruptedException {
        return world.turn(() -> {
            if (given.has("blocked")) {
                membership.blocks(person(name), given.flag("blocked"));
            }
            if (given.has("deactivated")) {
                world.chats().save(person(name).withDeactivated(given.flag("deactivated")));
            }
            return Answer.json(200, views.person(person(name)));
        });
    }

    private Chat.Private person(String name) {
        return world.chats()
                .named(name)
                .filter(Chat.Private.class::isInstance)
                .map(Chat.Private.class::cast)
                .orElseThrow(() -> new Impossible("nobody is called “" + name + "”"));
    }

    private Answer open(Given given) throws InterruptedException {
        return world.turn(() -> {
            var people = new HashSet<Long>();
            given.json()
                    .path("people")
                    .forEach(name -> people.add(person(name.asText()).id()));
            boolean forum = given.flag("forum");
            boolean supergroup = forum || !given.text("kind").equals("group");
            var group = membership.opens(given.user(world), given.required("title"), supergroup, forum, people);
            if (given.has("bot")) {
                group = membership.stands(group, given.user(world), standing(given.text("bot")));
            }
            return Answer.json(200, view(group));
        });
    }

    private Answer group(String name, Given given) throws InterruptedException {
        return world.turn(() -> {
            var group = world.chats()
                    .named(name)
                    .filter(Chat.Group.class::isInstance)
                    .map(Chat.Group.class::cast)
                    .orElseThrow(() -> new Impossible("there is no group “" + name + "”"));
            if (given.has("add")) {
                group = group.withPerson(person(given.text("add")).id());
                world.chats().save(group);
            }
            if (given.has("bot")) {
                group = membership.stands(group, given.user(world), standing(given.text("bot")));
            }
            if (given.flag("migrate")) {
                group = membership.migrates(group, given.user(world));
            }
            return Answer.json(200, view(group));
        });
    }

    private ObjectNode view(Chat.Group group) {
        return views.chat(group);
    }

    private static BotStanding standing(String name) {
        for (var standing : BotStanding.values()) {
            if (standing.name().toLowerCase(Locale.ROOT).equals(name)) {
                return standing;
            }
        }
        throw new Impossible("“bot” must be administrator, member, left or kicked");
    }
}
