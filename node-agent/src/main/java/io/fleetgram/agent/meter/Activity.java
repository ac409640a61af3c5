package io.fleetgram.agent.meter;

import io.fleetgram.agent.pace.MonotonicClock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Which accounts had traffic lately: the nearest thing to "online" that every core can tell. */
public final class Activity {

    /** An account counts as online for this long after its last byte. */
    static final Duration ONLINE = Duration.ofMinutes(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Duration> lastMoved = new HashMap<>();
    private final MonotonicClock clock;

    public Activity(MonotonicClock clock) {
        this.clock = clock;
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
