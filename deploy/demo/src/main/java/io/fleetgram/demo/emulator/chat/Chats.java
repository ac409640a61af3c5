package io.fleetgram.demo.emulator.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People and groups. */
public final class Chats {

    /** People without a chosen id get ids from here. */
    private static final long FIRST_PERSON = 700_001;

    private static final long FIRST_GROUP = -4_000_001;
    private static final long FIRST_SUPERGROUP = -1_002_000_000_001L;

    private final Map<Long, Chat> byId = new LinkedHashMap<>();
    private final Feed feed;

    Chats(Feed feed) {
        this.feed = feed;
    }

    public Optional<Chat> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The chat with this id, {@code @username}, or person's or group's full name. */
    public Optional<Chat> named(String name) {
        if (name.matches("-?\\d{1,18}")) {
            return find(Long.parseLong(name));
        }
        return byId.values().stream()
                .filter(chat -> switch (chat) {
                    case Chat.Private person ->
                        person.user().name().equals(name)
                                || ("@" + person.user().username()).equalsIgnoreCase(name);
                    case Chat.Group group -> group.title().equals(name);
                })
                .findFirst();
    }

    public Optional<User> person(long id) {
        return byId.get(id) instanceof Chat.Private chat ? Optional.of(chat.user()) : Optional.empty();
    }

    /** All chats, in the order they came. */
    public List<Chat> all() {
        return List.copyOf(byId.values());
    }

    /** Adds a person, or returns the one with that id; {@code id} 0 picks a free one. */
    public Chat.Private addPerson(long id, String firstName, String lastName, String username, String language) {
        long chosen = id == 0 ? free(FIRST_PERSON, 1) : id;
        if (byId.get(chosen) instanceof Chat.Private known) {
            return known;
        }
        var chat = new Chat.Private(new User(chosen, false, firstName, lastName, username, language));
        save(chat);
        return chat;
    }

    public Chat.Group addGroup(
            String title, boolean supergroup, boolean forum, Set<Long> people, Chat.BotStanding bot) {
        long id = supergroup ? free(FIRST_SUPERGROUP, -1) : free(FIRST_GROUP, -1);
        var group = new Chat.Group(id, title, supergroup, forum, people, bot, List.of(), 0, List.of());
        save(group);
        return group;
    }

    private long free(long first, long step) {
        long id = first;
        while (byId.containsKey(id)) {
            id += step;
        }
        return id;
    }

    /** Replaces the chat of the same id. */
    public void save(Chat chat) {
        byId.put(chat.id(), chat);
        feed.add(Event.of(Event.Kind.CHATS, chat.id()));
    }

    /** Pins a message above those pinned before. */
    public void pin(Chat chat, int message) {
        var pinned = new ArrayList<>(chat.pinned());
        pinned.removeIf(id -> id == message);
        pinned.addFirst(message);
        savePinned(chat.withPinned(pinned));
    }

    /** Unpins a message; false if it was not pinned. */
    public boolean unpin(Chat chat, int message) {
        var pinned = new ArrayList<>(chat.pinned());
        boolean removed = pinned.removeIf(id -> id == message);
        savePinned(chat.withPinned(pinned));
        return removed;
    }

    public void unpinAll(Chat chat) {
        savePinned(chat.withPinned(List.of()));
    }

    private void savePinned(Chat chat) {
        byId.put(chat.id(), chat);
        feed.add(Event.of(Event.Kind.PINNED, chat.id()));
    }

    void restore(Collection<Chat> chats) {
        chats.forEach(chat -> byId.put(chat.id(), chat));
    }
}
