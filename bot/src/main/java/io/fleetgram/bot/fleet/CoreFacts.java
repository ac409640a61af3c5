package io.fleetgram.bot.fleet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an agent says of its core.
 *
 * @param kind {@code xray}, {@code v2ray} or {@code simulated}
 * @param lastError why it does not run, in the core's own words; empty when nothing is wrong
 * @param capabilities what this core can do, such as {@code vless} or {@code user-list}
 * @param listeningPorts ports of the machine on which the core answers, as its agent sees it
 */
public record CoreFacts(
        State state,
        String kind,
        String version,
        Optional<Instant> startedAt,
        String lastError,
        Set<String> capabilities,
        List<Integer> listeningPorts) {

    /** Whether the core runs. */
    public enum State {
        UNKNOWN,
        RUNNING,
        STOPPED,
        STARTING,
        FAILED
    }

    public CoreFacts {
        capabilities = sorted(capabilities);
        listeningPorts = List.copyOf(listeningPorts);
    }

    public boolean answers() {
        return state == State.RUNNING;
    }

    private static Set<String> sorted(Collection<String> names) {
        return java.util.Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
