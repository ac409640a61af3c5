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

    private final Map<String, Traffic> users = new HashMap<>();
    private final Map<String, Traffic> inbounds = new HashMap<>();
    private final Map<String, Traffic> outbounds = new HashMap<>();

    private Counters() {}

    static CounterReading.Read sorted(CoreIdentity core, List<Stat> counters) {
        var sorted = new Counters();
        counters.forEach(sorted::add);
        return new CounterReading.Read(core, sorted.users, sorted.inbounds, sorted.outbounds);
    }

    private void add(Stat counter) {
        String[] parts = counter.getName().split(">>>", -1);
        if (parts.length != 4 || !parts[2].equals("traffic")) {
            return;
        }
        switch (parts[0]) {
            case "user" -> users.merge(parts[1], traffic(parts[3], counter.getValue()), Traffic::plus);
            case "inbound" -> inbounds.merge(parts[1], traffic(parts[3], counter.getValue()), Traffic::plus);
            case "outbound" -> outbounds.merge(parts[1], traffic(parts[3], counter.getValue()), Traffic::plus);
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
