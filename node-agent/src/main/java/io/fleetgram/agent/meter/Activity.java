package io.fleetgram.agent.meter;

import io.fleetgram.agent.pace.MonotonicClock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** When the counters were last read, and which accounts had moved: the nearest thing to "online" that every core can tell. */
public final class Activity {

    /** An account counts as online for this long after its last byte. */
    static final Duration ONLINE = Duration.ofMinutes(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Duration> lastMoved = new HashMap<>();
    private final MonotonicClock clock;
    private Optional<Duration> lastReading = Optional.empty();

    public Activity(MonotonicClock clock) {
        this.clock = clock;
    }

    /** The moment at which a reading begins; what passes the core later may be missing in it. */
    Duration now() {
        return clock.elapsed();
    }

    /** Notes that a reading is on disk. */
    void counted(Duration begun) {
        lock.lock();
        try {
            lastReading = Optional.of(begun);
        } finally {
            lock.unlock();
        }
    }

    /** Time since the last reading that is on disk began; empty before the first. */
    public Optional<Duration> readingAge() {
        lock.lock();
        try {
            return lastReading.map(begun -> clock.elapsed().minus(begun));
        } finally {
            lock.unlock();
        }
    }

    /** Notes that these counters, named {@code <account key>.<inbound key>}, have moved. */
    public void moved(Collection<String> keys) {
        lock.lock();
        try {
            var now = clock.elapsed();
            keys.forEach(key -> lastMoved.put(account(key), now));
            lastMoved.values().removeIf(moved -> now.minus(moved).compareTo(ONLINE) > 0);
        } finally {
            lock.unlock();
        }
    }

    public int onlineAccounts() {
        lock.lock();
        try {
            var now = clock.elapsed();
            return (int) lastMoved.values().stream()
                    .filter(moved -> now.minus(moved).compareTo(ONLINE) <= 0)
                    .count();
        } finally {
            lock.unlock();
        }
    }

    private static String account(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}
