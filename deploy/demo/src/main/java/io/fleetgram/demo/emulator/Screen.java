package io.fleetgram.demo.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message as a person sees it at one moment.
 *
 * @param text the text or caption, without markup
 * @param html the same with markup, in the Bot API's dialect
 * @param picture path of the picture below the emulator's address, if it is one
 * @param document path of the file below the emulator's address, if it is one
 * @param edits how often it was edited
 * @param changed number of the event that last touched it
 */
public record Screen(
        long chat,
        int id,
        boolean fromBot,
        String text,
        String html,
        List<List<Button>> buttons,
        Optional<String> picture,
        Optional<String> document,
        int thread,
        int edits,
        long changed) {

    /** A button; {@code data}, {@code url} and {@code copy} are empty unless the button does that. */
    public record Button(String text, String style, String data, String url, String copy) {}

    static Screen read(JsonNode json) {
        var rows = new ArrayList<List<Button>>();
        for (var row : json.path("buttons")) {
            var buttons = new ArrayList<Button>();
            row.forEach(button -> buttons.add(button(button)));
            rows.add(List.copyOf(buttons));
        }
        return new Screen(
                json.path("chat").asLong(),
                json.path("id").asInt(),
                json.path("from").path("bot").asBoolean(),
                json.path("text").asText(),
                json.path("html").asText(),
                List.copyOf(rows),
                path(json, "photo"),
                path(json, "document"),
                json.path("thread").asInt(),
                json.path("edits").asInt(),
                json.path("changed").asLong());
    }

    private static Button button(JsonNode json) {
        return new Button(
                json.path("text").asText(),
                json.path("style").asText(),
                json.path("data").asText(),
                json.path("url").asText(),
                json.path("copy").asText());
    }

    private static Optional<String> path(JsonNode json, String kind) {
        return Optional.of(json.path(kind).path("url").asText()).filter(url -> !url.isEmpty());
    }

    /** All labels, from left to right and top to bottom. */
    public List<String> labels() {
        return buttons.stream().flatMap(List::stream).map(Button::text).toList();
    }

    /** The button with this label. */
    public Optional<Button> button(String label) {
        return buttons.stream()
                .flatMap(List::stream)
                .filter(button -> button.text().equals(label))
                .findFirst();
    }

    /** Text and buttons, for reports of failed tests. */
    @Override
    public String toString() {
        var shown = new StringBuilder("#" + id + (fromBot ? " (bot) " : " ") + text);
        buttons.forEach(row -> shown.append("\n    ")
                .append(String.join(
                        " ",
                        row.stream().map(button -> "[ " + button.text() + " ]").toList())));
        return shown.toString();
    }
}
