package io.fleetgram.demo.emulator.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The bot's command lists, by scope and language. */
public final class Commands {

    /** One entry of the menu, without its slash. */
    public record Command(String name, String description) {}

    /**
     * Whom a list is for.
     *
     * @param type as in {@code BotCommandScope.type}
     * @param chat 0 where the scope names no chat
     * @param user 0 where the scope names no user
     */
    public record Scope(String type, long chat, long user) {
        public static final Scope DEFAULT = of("default");

        public static Scope of(String type) {
            return new Scope(type, 0, 0);
        }
    }

    /** A list's place; an empty language stands for all without a list of their own. */
    public record Place(Scope scope, String language) {}

    private final Map<Place, List<Command>> lists = new LinkedHashMap<>();
    private final Feed feed;

    Commands(Feed feed) {
        this.feed = feed;
    }

    /** Sets a list; an empty one is no list. */
    public void set(Place place, List<Command> commands) {
        if (commands.isEmpty()) {
            lists.remove(place);
        } else {
            lists.put(place, List.copyOf(commands));
        }
        feed.add(Event.of(Event.Kind.BOT, place.scope().chat()));
    }

    /** Exactly that place's list. */
    public List<Command> get(Place place) {
        return lists.getOrDefault(place, List.of());
    }

    /** The list a person's app shows in a chat: the narrowest scope that has one, in the person's language if it can be. */
    public List<Command> shown(Chat chat, User user) {
        return scopes(chat, user.id())
                .flatMap(scope -> Stream.of(new Place(scope, user.language()), new Place(scope, "")))
                .map(this::get)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Stream<Scope> scopes(Chat chat, long user) {
        return switch (chat) {
            case Chat.Private person ->
                Stream.of(new Scope("chat", person.id(), 0), Scope.of("all_private_chats"), Scope.DEFAULT);
            case Chat.Group group ->
                Stream.of(
                        new Scope("chat_member", group.id(), user),
                        new Scope("chat", group.id(), 0),
                        Scope.of("all_group_chats"),
                        Scope.DEFAULT);
        };
    }

    Map<Place, List<Command>> all() {
        return lists;
    }

    void restore(Place place, List<Command> commands) {
        lists.put(place, List.copyOf(commands));
    }
}
