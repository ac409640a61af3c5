package io.fleetgram.bot.health.telegram;

import io.fleetgram.bot.health.Availability;
import io.fleetgram.bot.health.HealthHistory.Hour;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Availability and latency as lines of text. */
final class Numbers {

    private static final int HOURS_IN_BAR = 24;
    private static final double[] PERCENTILES = {0.5, 0.95, 0.99};

    private Numbers() {}

    /** One line over 24 hours, 7 days and 30 days; none before the first check. */
    static List<Html> availability(List<Hour> hours, Instant now, Texts texts) {
        if (hours.isEmpty()) {
            return List.of();
        }
        return List.of(texts.html(
                "health.availability",
                percent(hours, Duration.ofDays(1), now),
                percent(hours, Duration.ofDays(7), now),
                percent(hours, Duration.ofDays(30), now)));
    }

    /** Rounded down: what was not always there is not shown as 100 %. */
    private static String percent(List<Hour> hours, Duration span, Instant now) {
        var share = Availability.over(hours, span, now);
        return share.isEmpty() ? "–" : "%.2f %%".formatted(Math.floor(share.getAsDouble() * 10_000) / 100);
    }

    /** The last 24 hours, one sign each: served all the time, in part, not at all, not checked. */
    static Optional<Html> bar(List<Hour> hours, Instant now, Texts texts) {
        if (hours.isEmpty()) {
            return Optional.empty();
        }
        Map<Instant, Hour> byHour = hours.stream().collect(Collectors.toMap(Hour::hour, Function.identity()));
        var newest = now.truncatedTo(ChronoUnit.HOURS);
        var signs = IntStream.range(0, HOURS_IN_BAR)
                .mapToObj(i -> newest.minus(Duration.ofHours(HOURS_IN_BAR - 1L - i)))
                .map(hour -> sign(Optional.ofNullable(byHour.get(hour))))
                .collect(Collectors.joining());
        return Optional.of(texts.html("health.bar", Html.code(signs)));
    }

    private static String sign(Optional<Hour> hour) {
        return hour.map(there -> there.available() == there.checks() ? "█" : there.available() == 0 ? "▁" : "▄")
                .orElse("·");
    }

    static Optional<Html> latency(List<Duration> latencies, Texts texts) {
        if (latencies.isEmpty()) {
            return Optional.empty();
        }
        var sorted = latencies.stream().sorted().toList();
        return Optional.of(texts.html(
                "health.latency", at(sorted, PERCENTILES[0]), at(sorted, PERCENTILES[1]), at(sorted, PERCENTILES[2])));
    }

    /** The value that so large a part of all does not exceed. */
    private static String at(List<Duration> sorted, double part) {
        int rank = (int) Math.ceil(part * sorted.size());
        return sorted.get(Math.max(0, rank - 1)).toMillis() + " ms";
    }
}
