package io.fleetgram.demo.emulator.chat;

import java.util.List;
import java.util.Optional;

/** The buttons under a message, row by row. */
public record InlineKeyboard(List<List<Button>> rows) {

    public static final InlineKeyboard NONE = new InlineKeyboard(List.of());

    public InlineKeyboard {
        rows = rows.stream()
                .filter(row -> !row.isEmpty())
                .<List<Button>>map(List::copyOf)
                .toList();
    }

    /** One button; {@code style} is danger, success, primary or empty. */
    public record Button(String text, String style, Action action) {}

    /** What a button does when it is tapped. */
    public sealed interface Action {

        /** Asks the bot. */
        record Callback(String data) implements Action {}

        record OpenLink(String url) implements Action {}

        record CopyText(String text) implements Action {}

        /** Begins an inline query, here or in a chat to be chosen. */
        record InlineQuery(String query, boolean here) implements Action {}

        record OpenApp(String url) implements Action {}
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The button with this callback data, or else with this label. */
    public Optional<Button> find(String labelOrData) {
        var buttons = rows.stream().flatMap(List::stream).toList();
        return buttons.stream()
                .filter(button -> button.action() instanceof Action.Callback callback
                        && callback.data().equals(labelOrData))
                .findFirst()
                .or(() -> buttons.stream()
                        .filter(button -> button.text().equals(labelOrData))
                        .findFirst());
    }
}
