package io.fleetgram.bot.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a storm of alerts from being a flood of messages: of one kind the first three in ten minutes are told at once, each
 * node at most once; what comes beside is held back, and told in one message ten minutes after the first of it.
 */
public final class Folding {

    public static final Duration WINDOW = Duration.ofMinutes(10);
    static final int AT_ONCE = 3;

    /** How often an alert was raised. */
    public record Raised(Alert alert, int times) {}

    /** What to say, and what to remember: only what changed. */
    public record Outcome(List<Telling> tellings, List<Remembered> changed) {
        public Outcome {
            tellings = List.copyOf(tellings);
            changed = List.copyOf(changed);
        }
    }

    private record Key(AlertKind kind, String node) {}

    private final Instant now;
    private final Map<Key, Remembered> known = new LinkedHashMap<>();
    private final Map<Key, Remembered> changed = new LinkedHashMap<>();
    private final Map<AlertKind, Integer> toldLately = new EnumMap<>(AlertKind.class);
    private final List<Telling> tellings = new ArrayList<>();

    private Folding(Collection<Remembered> remembered, Instant now) {
        this.now = now;
        remembered.forEach(one -> known.put(key(one), one));
        remembered.stream()
                .filter(one -> one.toldAfter(now.minus(WINDOW)))
                .forEach(one -> toldLately.merge(one.kind(), 1, Integer::sum));
    }

    /** Takes in what was raised just now. {@code remembered} is all that is remembered of these kinds. */
    public static Outcome take(Collection<Remembered> remembered, List<Raised> raised, Instant now) {
        var folding = new Folding(remembered, now);
        raised.forEach(folding::take);
        return folding.outcome();
    }

    /** Tells what was held back for long enough. {@code remembered} is all that is remembered. */
    public static Outcome sweep(Collection<Remembered> remembered, Instant now) {
        var folding = new Folding(remembered, now);
        var byKind = new EnumMap<AlertKind, List<Remembered>>(AlertKind.class);
        remembered.forEach(one ->
                byKind.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one));
        byKind.forEach(folding::sweep);
        return folding.outcome();
    }

    private void take(Raised raised) {
        var alert = raised.alert();
        var before = known.get(new Key(alert.kind(), alert.node()));
        var after = before == null
                ? Remembered.first(alert, raised.times(), now)
                : before.again(alert, raised.times(), now);
        boolean quiet = !after.toldAfter(now.minus(WINDOW)) && toldLately.getOrDefault(alert.kind(), 0) < AT_ONCE;
        if (quiet) {
            toldLately.merge(alert.kind(), 1, Integer::sum);
            tellings.add(new Telling.OfOne(alert.kind(), alert.node(), alert.detail(), after.untold()));
        }
        put(quiet ? after.told(now) : after);
    }

    private void sweep(AlertKind kind, List<Remembered> all) {
        var held = all.stream()
                .filter(one -> one.untold() > 0)
                .sorted(Comparator.comparingInt(Remembered::untold).reversed().thenComparing(Remembered::node))
                .toList();
        var since = held.stream().flatMap(one -> one.untoldSince().stream()).min(Comparator.naturalOrder());
        if (since.filter(first -> !first.isAfter(now.minus(WINDOW))).isEmpty()) {
            return;
        }
        int times = held.stream().mapToInt(Remembered::untold).sum();
        var newest = held.stream().max(Comparator.comparing(Remembered::lastAt)).orElseThrow();
        var nodes = held.stream().map(Remembered::node).toList();
        tellings.add(new Telling.OfMany(kind, nodes, newest.detail(), times, since.orElse(now)));
        held.forEach(one -> put(one.told(now)));
    }

    private void put(Remembered one) {
        known.put(key(one), one);
        changed.put(key(one), one);
    }

    private Outcome outcome() {
        return new Outcome(tellings, List.copyOf(changed.values()));
    }

    private static Key key(Remembered one) {
        return new Key(one.kind(), one.node());
    }
}
