package io.fleetgram.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a screen shows: text, buttons, perhaps a picture.
 *
 * @param text at most 4096 characters after markup is taken away, 1024 beside a picture
 * @param rows at most 8 rows of 3 buttons
 * @param picture a PNG
 */
public record View(Html text, List<List<Button>> rows, Optional<Picture> picture) {

    /** A PNG with the name under which it is saved. */
    @SuppressWarnings("ArrayRecordComponent") // drawn once, sent once, never compared
    public record Picture(String fileName, byte[] png) {}

    public View {
        rows = rows.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
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
        return new View(text, more, picture);
    }

    public View with(Picture shown) {
        return new View(text, rows, Optional.of(shown));
    }
}
