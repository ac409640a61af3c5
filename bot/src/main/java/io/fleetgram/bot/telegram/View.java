package io.fleetgram.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a screen shows: text, buttons, perhaps a picture. A message of its own may carry a file instead.
 *
 * @param text at most 4096 characters after markup is taken away, 1024 beside a picture or a file
 * @param rows at most 8 rows of 3 buttons
 * @param picture a PNG
 * @param document a file that is kept, for messages that are no screens
 */
public record View(Html text, List<List<Button>> rows, Optional<Picture> picture, Optional<Document> document) {

    /** A file with the name under which it is saved. */
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    public record Document(String fileName, byte[] content) {}

    /** A PNG with the name under which it is saved. */
    @SuppressWarnings("ArrayRecordComponent") // drawn once, sent once, never compared
    public record Picture(String fileName, byte[] png) {}

    public View {
        rows = rows.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
    }

    public View(Html text, List<List<Button>> rows, Optional<Picture> picture) {
        this(text, rows, picture, Optional.empty());
    }

    public static View of(Html text) {
        return new View(text, List.of(), Optional.empty());
    }

    public View row(Button... buttons) {
        return row(List.of(buttons));
    }

    public View row(List<Button> buttons) {
        var more = new ArrayList<>(rows);
        more.add(buttons);
        return new View(text, more, picture, document);
    }

    public View with(Picture shown) {
        return new View(text, rows, Optional.of(shown), document);
    }

    public View with(Document attached) {
        return new View(text, rows, picture, Optional.of(attached));
    }
}
