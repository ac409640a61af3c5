package io.fleetgram.parts.core.simulated;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Byte counters by name: made at first use, never removed, lost with the process. */
public final class Counters {

    private final Map<String, AtomicLong> byName = new ConcurrentHashMap<>();

    /** The counter of that name, from now on listed. */
    AtomicLong counter(String name) {
        return byName.computeIfAbsent(name, unused -> new AtomicLong());
    }

    /** Empty if there is none of that name. */
    public OptionalLong read(String name, boolean reset) {
        var counter = byName.get(name);
        return counter == null ? OptionalLong.empty() : OptionalLong.of(value(counter, reset));
    }

    /** All whose name holds {@code part}, in the order of their names. */
    public Map<String, Long> matching(String part, boolean reset) {
        var found = new TreeMap<String, Long>();
        byName.forEach((name, counter) -> {
            if (name.contains(part)) {
                found.put(name, value(counter, reset));
            }
        });
        return found;
    }

    private static long value(AtomicLong counter, boolean reset) {
        return reset ? counter.getAndSet(0) : counter.get();
    }
}
