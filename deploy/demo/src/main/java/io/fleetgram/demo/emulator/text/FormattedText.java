package io.fleetgram.demo.emulator.text;

import java.util.List;

/** A text and its entities, in the server's order. */
public record FormattedText(String text, List<Entity> entities) {

    public static final FormattedText EMPTY = new FormattedText("", List.of());

    public FormattedText {
        entities = entities.stream().sorted(Entity.ORDER).toList();
    }

    public static FormattedText plain(String text) {
        return new FormattedText(text, List.of());
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Length in UTF-16 units, the measure of the Bot API's limits and offsets. */
    public int length() {
        return text.length();
    }
}
