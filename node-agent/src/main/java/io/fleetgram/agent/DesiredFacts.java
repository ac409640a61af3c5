package io.fleetgram.agent;

import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.converge.EntryReader;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.meter.grpc.NodeIntervals;
import io.fleetgram.agent.store.LastGoodState;
import io.fleetgram.shared.StateHash;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** What the stored state says about this node beside its users: ports and intervals. Read again when the state changes. */
final class DesiredFacts {

    private record Facts(StateHash of, Set<Integer> ports, NodeIntervals intervals) {}

    private final LastGoodState state;
    private final EntryReader reader;
    private final AtomicReference<Facts> facts;

    DesiredFacts(LastGoodState state, EntryReader reader) {
        this.state = state;
        this.reader = reader;
        this.facts = new AtomicReference<>(new Facts(StateHash.EMPTY, Set.of(), NodeIntervals.UNSET));
    }

    /** Returns the ports of all inbounds. */
    Set<Integer> ports() {
        return facts().ports();
    }

    /** Returns the controller's interval between two readings, else the agent's own. */
    Duration meterInterval(Duration own) {
        return chosen(facts().intervals().meter(), own);
    }

    /** Returns the controller's interval between two reports, else the agent's own. */
    Duration reportInterval(Duration own) {
        return chosen(facts().intervals().report(), own);
    }

    private Facts facts() {
        var known = facts.get();
        if (known.of().equals(state.proof().hash())) {
            return known;
        }
        var held = state.stored();
        var fresh = new Facts(held.hash(), ports(held.entries()), NodeIntervals.of(held.entries()));
        facts.set(fresh);
        return fresh;
    }

    private Set<Integer> ports(List<EntryBytes> entries) {
        var inbounds =
                entries.stream().filter(entry -> entry.key().startsWith("i/")).toList();
        return reader.read(inbounds).inbounds().stream().map(Inbound::port).collect(Collectors.toUnmodifiableSet());
    }

    private static Duration chosen(Duration theirs, Duration own) {
        return theirs.isZero() ? own : theirs;
    }
}
