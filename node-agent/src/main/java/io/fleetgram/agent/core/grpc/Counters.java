package io.fleetgram.agent.core.grpc;

import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CounterReading;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.wire.core.stats.Stat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sorts the core's counters, named {@code user>>>E-MAIL>>>traffic>>>uplink} and the like. */
final class Counters {

    private static final String BETWEEN = ">>>";
    private static final String TRAFFIC = ">>>traffic>>>";

    private final Map<String, Traffic> users = new HashMap<>();
    private final Map<String, Traffic> inbounds = new HashMap<>();
    private final Map<String, Traffic> outbounds = new HashMap<>();

    private Counters() {}

    static CounterReading.Read sorted(CoreIdentity core, List<Stat> counters) {
        var sorted = new Counters();
        counters.forEach(sorted::add);
        return new CounterReading.Read(core, sorted.users, sorted.inbounds, sorted.outbounds);
    }

    /** Taken apart by hand: there are two for each user, and they are read every two seconds. */
    private void add(Stat counter) {
        String name = counter.getName();
        int kind = name.indexOf(BETWEEN);
        int what = name.lastIndexOf(TRAFFIC);
        if (kind < 0 || what < kind + BETWEEN.length()) {
            return;
        }
        String key = name.substring(kind + BETWEEN.length(), what);
        String direction = name.substring(what + TRAFFIC.length());
        if (key.contains(BETWEEN)) {
            return;
        }
        switch (name.substring(0, kind)) {
            case "user" -> users.merge(key, traffic(direction, counter.getValue()), Traffic::plus);
            case "inbound" -> inbounds.merge(key, traffic(direction, counter.getValue()), Traffic::plus);
            case "outbound" -> outbounds.merge(key, traffic(direction, counter.getValue()), Traffic::plus);
            default -> {}
        }
    }

    private static Traffic traffic(String direction, long bytes) {
        return switch (direction) {
            case "uplink" -> new Traffic(bytes, 0);
            case "downlink" -> new Traffic(0, bytes);
            default -> Traffic.NONE;
        };
    }
}
