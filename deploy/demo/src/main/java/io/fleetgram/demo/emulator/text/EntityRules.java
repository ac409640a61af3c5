package io.fleetgram.demo.emulator.text;

import io.fleetgram.demo.emulator.text.EntityKind.Nesting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which entities may lie over which.
 *
 * <p>Links, code and their like do not overlap: the outer, or else the first, stays. Bold and its like are joined where
 * they touch, cut at the borders of everything else, and dropped inside code. Quotes hold no quotes. Rules of tdlib,
 * {@code fix_entities} in {@code MessageEntity.cpp}.
 */
final class EntityRules {
    private EntityRules() {}

    /** The entities a server keeps of these, in its order. */
    static List<Entity> apply(List<Entity> given) {
        var sorted = given.stream()
                .filter(entity -> entity.length() > 0)
                .sorted(Entity.ORDER)
                .toList();
        var quotes = withoutOverlaps(of(sorted, Nesting.BLOCK));
        var solid = new ArrayList<>(withoutOverlaps(sorted.stream()
                .filter(entity -> entity.kind().nesting() == Nesting.CONTINUOUS
                        || entity.kind().nesting() == Nesting.OPAQUE)
                .toList()));
        solid.removeIf(entity -> quotes.stream().anyMatch(quote -> crosses(entity, quote)));
        solid.addAll(quotes);

        var kept = new ArrayList<>(solid);
        kept.addAll(pieces(of(sorted, Nesting.SPLITTABLE), solid));
        kept.sort(Entity.ORDER);
        return List.copyOf(kept);
    }

    private static List<Entity> of(List<Entity> entities, Nesting nesting) {
        return entities.stream()
                .filter(entity -> entity.kind().nesting() == nesting)
                .toList();
    }

    private static List<Entity> withoutOverlaps(List<Entity> sorted) {
        var kept = new ArrayList<Entity>();
        for (var entity : sorted) {
            if (kept.isEmpty() || entity.offset() >= kept.getLast().end()) {
                kept.add(entity);
            }
        }
        return kept;
    }

    private static boolean crosses(Entity entity, Entity quote) {
        boolean overlaps = entity.offset() < quote.end() && quote.offset() < entity.end();
        return overlaps && (entity.offset() < quote.offset() || entity.end() > quote.end());
    }

    private static List<Entity> pieces(List<Entity> splittable, List<Entity> solid) {
        var joined = joined(splittable);
        var cuts = new TreeSet<Integer>();
        solid.forEach(entity -> {
            cuts.add(entity.offset());
            cuts.add(entity.end());
        });
        joined.forEach(entity -> cuts.add(entity.offset()));

        var pieces = new ArrayList<Entity>();
        for (var entity : joined) {
            int from = entity.offset();
            for (int cut : cuts.subSet(entity.offset(), false, entity.end(), false)) {
                pieces.add(entity.over(from, cut));
                from = cut;
            }
            pieces.add(entity.over(from, entity.end()));
        }
        pieces.removeIf(piece -> solid.stream().anyMatch(entity -> hides(entity, piece)));
        return pieces;
    }

    private static boolean hides(Entity entity, Entity piece) {
        return entity.kind().nesting() == Nesting.OPAQUE
                && entity.offset() <= piece.offset()
                && piece.end() <= entity.end();
    }

    private static List<Entity> joined(List<Entity> splittable) {
        Map<EntityKind, List<Entity>> byKind = new EnumMap<>(EntityKind.class);
        for (var entity : splittable) {
            var same = byKind.computeIfAbsent(entity.kind(), kind -> new ArrayList<>());
            if (!same.isEmpty() && entity.offset() <= same.getLast().end()) {
                var last = same.removeLast();
                same.add(last.over(last.offset(), Math.max(last.end(), entity.end())));
            } else {
                same.add(entity);
            }
        }
        return byKind.values().stream().flatMap(List::stream).toList();
    }
}
