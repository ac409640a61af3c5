package io.fleetgram.bench.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** What an agent logs when its core has taken in accounts: the moment after the core's answer, to the millisecond. */
final class AgentLog {

    private static final Pattern ADDED = Pattern.compile("(?m)^(\\S+Z) INFO AgentLoop: version \\d+: added [1-9]\\d*,");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = Duration.ofMillis(25).toNanos();

    private final Path file;
    private int seen;

    AgentLog(Path file) {
        this.file = file;
    }

    /** Passes over what is there. */
    void skip() throws IOException {
        seen = Files.readString(file).length();
    }

    /** Returns when the core took in the next accounts. */
    Instant awaitAdded() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var added = ADDED.matcher(Files.readString(file));
            if (added.find(seen)) {
                seen = added.end();
                return Instant.parse(added.group(1));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IOException("no account came to the core; see " + file);
    }
}
