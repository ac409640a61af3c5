package io.fleetgram.demo.emulator.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All messages of all chats. */
public final class Messages {

    /** Private chats and basic groups draw their ids from one counter, as a real account does. */
    private static final long SHARED = 0;

    private final Map<Long, NavigableMap<Integer, Message>> byChat = new HashMap<>();
    private final Map<Long, Integer> lastIds = new HashMap<>();
    private final Feed feed;

    Messages(Feed feed) {
        this.feed = feed;
    }

    /** Puts a new message into its chat; {@code date} in Unix seconds. */
    public Message add(Draft draft, long date) {
        long space = idSpace(draft.chat());
        // The first message of a supergroup tells of its creation.
        int id = lastIds.merge(space, space == SHARED ? 1 : 2, (last, first) -> last + 1);
        var message = new Message(
                draft.chat(),
                id,
                draft.from(),
                date,
                0,
                0,
                draft.thread(),
                draft.replyTo(),
                draft.forwardedFrom(),
                draft.content(),
                draft.keyboard(),
                draft.protectedContent(),
                0);
        return put(message, Event.Kind.MESSAGE);
    }

    /** Replaces a message by its edited self. */
    public Message replace(Message edited) {
        return put(edited, Event.Kind.EDITED);
    }

    private Message put(Message message, Event.Kind kind) {
        var event =
                feed.add(Event.of(kind, message.chat()).message(message.id()).user(message.from()));
        var touched = message.touched(event.number());
        of(message.chat()).put(message.id(), touched);
        return touched;
    }

    public void delete(Message message) {
        of(message.chat()).remove(message.id());
        feed.add(Event.of(Event.Kind.DELETED, message.chat()).message(message.id()));
    }

    public Optional<Message> find(long chat, int id) {
        return Optional.ofNullable(of(chat).get(id));
    }

    /** The chat's messages, the oldest first. */
    public List<Message> in(long chat) {
        return List.copyOf(of(chat).values());
    }

    /** The chat's newest message that carries such a button, by label or callback data. */
    public Optional<Message> newestWith(long chat, String button) {
        return of(chat).descendingMap().values().stream()
                .filter(message -> message.keyboard().find(button).isPresent())
                .findFirst();
    }

    private NavigableMap<Integer, Message> of(long chat) {
        return byChat.computeIfAbsent(chat, key -> new TreeMap<>());
    }

    private static long idSpace(long chat) {
        return chat < -1_000_000_000_000L ? chat : SHARED;
    }

    Collection<Message> all() {
        var all = new ArrayList<Message>();
        byChat.values().forEach(messages -> all.addAll(messages.values()));
        return all;
    }

    Map<Long, Integer> lastIds() {
        return Map.copyOf(lastIds);
    }

    void restore(Collection<Message> messages, Map<Long, Integer> ids, int room) {
        messages.forEach(message -> of(message.chat()).put(message.id(), message));
        ids.forEach((space, last) -> lastIds.put(space, last + room));
    }
}
