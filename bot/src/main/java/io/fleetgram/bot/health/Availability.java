package io.fleetgram.bot.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The share of checks after which a node counted as serving. Time without checks, before the first or while the node was
 * disabled, counts neither way.
 */
public final class Availability {

    private Availability() {}

    /** Returns the share over the last while, 0 to 1, to the hour; empty without a check. */
    public static OptionalDouble over(List<HealthHistory.Hour> hours, Duration span, Instant now) {
        var within = hours.stream()
                .filter(hour -> hour.hour().plus(Duration.ofHours(1)).isAfter(now.minus(span)))
                .toList();
        long checks = within.stream().mapToLong(HealthHistory.Hour::checks).sum();
        long available =
                within.stream().mapToLong(HealthHistory.Hour::available).sum();
        return checks == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) available / checks);
    }
}
