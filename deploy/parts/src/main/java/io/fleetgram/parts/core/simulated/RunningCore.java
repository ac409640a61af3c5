package io.fleetgram.parts.core.simulated;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the API of the simulated core reads and changes. */
public final class RunningCore {

    private final Counters counters = new Counters();
    private final Map<String, VlessListener> inbounds = new ConcurrentHashMap<>();

    /** Listens on every inbound's port; an {@link IOException} means that one cannot be had. */
    public static RunningCore listen(SimulatedConfiguration configuration) throws IOException {
        var core = new RunningCore();
        for (var inbound : configuration.inbounds()) {
            core.inbounds.put(inbound.tag(), new VlessListener(inbound, core.counters, configuration.policy()));
        }
        core.inbounds.values().forEach(VlessListener::start);
        return core;
    }

    public Counters counters() {
        return counters;
    }

    public Optional<VlessListener> inbound(String tag) {
        return Optional.ofNullable(inbounds.get(tag));
    }

    public List<String> tags() {
        return inbounds.keySet().stream().sorted().toList();
    }

    /** Closes the inbound's port for new connections; false if there is none of that tag. */
    public boolean removeInbound(String tag) throws IOException {
        var removed = inbounds.remove(tag);
        if (removed == null) {
            return false;
        }
        removed.close();
        return true;
    }
}
