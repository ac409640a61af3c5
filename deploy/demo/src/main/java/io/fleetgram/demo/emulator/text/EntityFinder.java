package io.fleetgram.demo.emulator.text;

import java.util.ArrayList;
import java.util.regex.Pattern;

/** Finds what a server marks by itself: commands, mentions, hashtags, web and mail addresses. */
public final class EntityFinder {

    private record Finding(EntityKind kind, Pattern pattern) {}

    private static final Finding[] FINDINGS = {
        new Finding(
                EntityKind.BOT_COMMAND,
                Pattern.compile("(?<![\\w/<>])/[A-Za-z0-9_]{1,64}(?:@\\w{3,32})?(?![\\w/<>@])")),
        new Finding(EntityKind.URL, Pattern.compile("(?<!\\w)https?://[^\\s<>\"«»]*[^\\s<>\"«».,:;!?'()\\[\\]{}]")),
        new Finding(
                EntityKind.EMAIL,
                Pattern.compile("(?<![\\w.+-])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)*\\.[A-Za-z]{2,}(?!\\w)")),
        new Finding(EntityKind.MENTION, Pattern.compile("(?<!\\w)@[A-Za-z]\\w{2,31}(?!\\w)")),
        new Finding(
                EntityKind.HASHTAG, Pattern.compile("(?<![\\w#])#\\w*[\\p{L}_]\\w*", Pattern.UNICODE_CHARACTER_CLASS)),
    };

    private EntityFinder() {}

    /** The text with what was found added; what the author marked goes first. */
    public static FormattedText mark(FormattedText given) {
        var entities = new ArrayList<>(given.entities());
        for (var finding : FINDINGS) {
            var match = finding.pattern().matcher(given.text());
            while (match.find()) {
                var found = new Entity(finding.kind(), match.start(), match.end() - match.start());
                if (entities.stream().noneMatch(entity -> excludes(entity, found))) {
                    entities.add(found);
                }
            }
        }
        return new FormattedText(given.text(), EntityRules.apply(entities));
    }

    private static boolean excludes(Entity present, Entity found) {
        boolean overlaps = present.offset() < found.end() && found.offset() < present.end();
        return switch (present.kind().nesting()) {
            case CONTINUOUS, OPAQUE -> overlaps;
            case BLOCK, SPLITTABLE -> false;
        };
    }
}
