package io.fleetgram.bot.platform;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Instants as the tables hold them: DATETIME(3) in UTC, whatever zone this process or the server runs in.
 *
 * <p>The driver would turn an {@link Instant} into the process's zone, so rows are bound and read as local date-times.
 */
public final class DatabaseTime {

    private DatabaseTime() {}

    public static LocalDateTime of(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    public static Instant toInstant(LocalDateTime stored) {
        return stored.toInstant(ZoneOffset.UTC);
    }
}
