package io.fleetgram.demo.emulator.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Taps the bot has not answered yet. Each can be answered once, and not for ever. */
public final class Taps {
    private final Map<String, Tap> open = new LinkedHashMap<>();
    private final Feed feed;
    private final long patience;
    private long last;

    /** An answer is taken for {@code patience} seconds; ids begin after {@code first}. */
    Taps(Feed feed, long patience, long first) {
        this.feed = feed;
        this.patience = patience;
        this.last = first;
    }

    public Tap add(long chat, int message, long user, String data, long now) {
        var tap = new Tap(Long.toString(++last), chat, message, user, data, now);
        open.put(tap.id(), tap);
        feed.add(Event.of(Event.Kind.TAPPED, chat).message(message).user(user).text(data));
        return tap;
    }

    /** Takes an answer; nothing if there is no such tap, if it was answered before, or if it is too old. */
    public Optional<Tap> answer(String id, String text, boolean alert, long now) {
        var tap = Optional.ofNullable(open.remove(id)).filter(found -> now - found.at() <= patience);
        tap.ifPresent(found -> feed.add(Event.of(Event.Kind.ANSWERED, found.chat())
                .message(found.message())
                .user(found.user())
                .text(text)
                .alert(alert)));
        return tap;
    }
}
