package io.fleetgram.demo.emulator.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What a server does to every text before it stores it: control characters become blanks, some characters vanish, blanks
 * around the text go, and the entities follow. Rules of tdlib, {@code fix_formatted_text} in {@code MessageEntity.cpp}.
 */
public final class TextTidying {
    private TextTidying() {}

    /** The text as it is stored; empty when nothing but blanks was there. */
    public static FormattedText tidy(FormattedText given) {
        var clean = clean(new FormattedText(given.text(), EntityRules.apply(given.entities())));
        return trim(new FormattedText(clean.text(), EntityRules.apply(clean.entities())));
    }

    private static FormattedText clean(FormattedText given) {
        var text = new StringBuilder();
        int[] moved = new int[given.length() + 1];
        for (int i = 0; i < given.length(); i++) {
            moved[i] = text.length();
            char c = given.text().charAt(i);
            if (c != '\n' && c <= ' ' && c != '\r') {
                text.append(' ');
            } else if (!vanishes(c)) {
                text.append(c);
            }
        }
        moved[given.length()] = text.length();
        var entities = given.entities().stream()
                .map(entity -> entity.over(moved[entity.offset()], moved[entity.end()]))
                .toList();
        return new FormattedText(text.toString(), entities);
    }

    /** Carriage returns, line and paragraph separators, direction embeddings, three combining lines. */
    private static boolean vanishes(char c) {
        return c == '\r' || (c >= '\u2028' && c <= '\u202e') || c == '\u0333' || c == '\u033f' || c == '\u030a';
    }

    private static FormattedText trim(FormattedText given) {
        int end = given.length();
        while (end > 0 && isBlank(given.text().charAt(end - 1))) {
            end--;
        }
        int firstEntity =
                given.entities().isEmpty() ? end : given.entities().getFirst().offset();
        int start = 0;
        while (start < Math.min(firstEntity, end) && isBlank(given.text().charAt(start))) {
            start++;
        }
        List<Entity> entities = new ArrayList<>();
        for (var entity : given.entities()) {
            if (entity.offset() < end) {
                entities.add(entity.over(entity.offset() - start, Math.min(entity.end(), end) - start));
            }
        }
        return new FormattedText(given.text().substring(start, end), entities);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n';
    }
}
