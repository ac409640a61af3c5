package io.fleetgram.demo.emulator.chat;

import java.util.LinkedHashMap;
import java.util.Map;

/** The bot's face: who it is, and its texts by language. */
public final class Bot {

    /** A text that can be set per language. */
    public enum Text {
        NAME,
        DESCRIPTION,
        SHORT_DESCRIPTION
    }

    /** A text's place; an empty language stands for all without one of their own. */
    public record Place(Text text, String language) {}

    private final User user;
    private final Map<Place, String> texts = new LinkedHashMap<>();
    private final Feed feed;

    Bot(User user, Feed feed) {
        this.user = user;
        this.feed = feed;
    }

    /** The bot as others see it, under its present name. */
    public User user() {
        return new User(
                user.id(), true, text(new Place(Text.NAME, "")), user.lastName(), user.username(), user.language());
    }

    /** The text in that language, else in none, else the one it began with. */
    public String text(Place place) {
        var general =
                texts.getOrDefault(new Place(place.text(), ""), place.text() == Text.NAME ? user.firstName() : "");
        return texts.getOrDefault(place, general);
    }

    /** Sets a text; an empty one takes it away. */
    public void set(Place place, String text) {
        if (text.isEmpty()) {
            texts.remove(place);
        } else {
            texts.put(place, text);
        }
        feed.add(Event.of(Event.Kind.BOT, 0));
    }

    Map<Place, String> texts() {
        return texts;
    }

    void restore(Place place, String text) {
        texts.put(place, text);
    }
}
