package io.fleetgram.agent;

import io.fleetgram.agent.controller.ControllerClock;
import io.fleetgram.agent.store.AtomicFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Keeps the controller's time on disk, for a start without a controller. */
final class LastKnownTime {

    /** Written no more often than this. */
    private static final Duration STEP = Duration.ofMinutes(10);

    private final Path file;
    private Instant written;

    private LastKnownTime(Path file, Instant written) {
        this.file = file;
        this.written = written;
    }

    static LastKnownTime read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new LastKnownTime(file, Instant.EPOCH);
        }
        try {
            return new LastKnownTime(
                    file,
                    Instant.parse(
                            Files.readString(file, StandardCharsets.US_ASCII).strip()));
        } catch (DateTimeException e) {
            System.getLogger(LastKnownTime.class.getName())
                    .log(Level.WARNING, "{0} cannot be read; the machine''s clock is believed", file);
            return new LastKnownTime(file, Instant.EPOCH);
        }
    }

    Instant instant() {
        return written;
    }

    /** Writes the time down, if it is known and has moved on. */
    void keep(ControllerClock clock) throws IOException {
        var now = clock.instant();
        if (clock.isKnown() && now.isAfter(written.plus(STEP))) {
            AtomicFile.write(file, (now + "\n").getBytes(StandardCharsets.US_ASCII));
            written = now;
        }
    }
}
