package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Capabilities;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.Ports;
import io.fleetgram.agent.core.Security;
import io.fleetgram.agent.core.StartedWith.Listener;
import io.fleetgram.shared.EntryKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which inbounds the core is to run, which it cannot, and whether it has to be restarted for that.
 *
 * @param runnable by tag, in the order of their keys
 * @param failed the other ones, each with a reason
 * @param changes what differs from the running core: empty if no restart is needed
 */
record InboundPlan(Map<String, Inbound> runnable, List<FailedEntry> failed, List<String> changes) {

    /** The core's own API has this tag. */
    private static final String RESERVED_TAG = "api";

    /** What the plan is made from: the core's features, who listens where, and inbounds that have failed before. */
    record Situation(
            Capabilities capabilities, Map<String, Listener> running, Ports ports, Map<String, String> refused) {

        /** Returns the ports that a restart of the core gives free. */
        private Set<Integer> ownPorts() {
            var own = new HashSet<Integer>();
            running.values().forEach(listener -> own.add(listener.port()));
            return own;
        }
    }

    static InboundPlan of(List<Inbound> desired, Situation situation) {
        var runnable = new LinkedHashMap<String, Inbound>();
        var failed = new ArrayList<FailedEntry>();
        var failedTags = new HashSet<String>();
        for (var inbound : desired) {
            var obstacle = unsupported(inbound, situation.capabilities());
            boolean forEver = obstacle.isPresent();
            if (obstacle.isEmpty()) {
                obstacle = clash(inbound, runnable.values())
                        .or(() -> taken(inbound, situation))
                        .or(() -> Optional.ofNullable(situation.refused().get(inbound.key())));
            }
            if (obstacle.isPresent()) {
                failed.add(new FailedEntry(keyOf(inbound), obstacle.get(), forEver));
                failedTags.add(inbound.tag());
            } else {
                runnable.put(inbound.tag(), inbound);
            }
        }
        return new InboundPlan(runnable, failed, changes(runnable, failedTags, situation.running()));
    }

    /** An inbound that runs in an older form and fails in its newer one goes on in the older: that alone is no change. */
    private static List<String> changes(
            Map<String, Inbound> runnable, Set<String> failedTags, Map<String, Listener> running) {
        var changes = new ArrayList<String>();
        runnable.forEach((tag, inbound) -> {
            var listener = running.get(tag);
            if (listener == null) {
                changes.add("inbound " + tag + " is new");
            } else if (!listener.fingerprint().equals(inbound.fingerprint())) {
                changes.add("inbound " + tag + " has changed");
            }
        });
        running.keySet().stream()
                .filter(tag -> !runnable.containsKey(tag) && !failedTags.contains(tag))
                .sorted()
                .forEach(tag -> changes.add("inbound " + tag + " is gone"));
        return changes;
    }

    private static Optional<String> unsupported(Inbound inbound, Capabilities capabilities) {
        if (inbound.security() instanceof Security.Reality && !capabilities.reality()) {
            return Optional.of("this node's core has no REALITY: use Xray on this node");
        }
        if (!inbound.flow().isEmpty() && !capabilities.reality()) {
            return Optional.of("this node's core has no flow " + inbound.flow() + ": use Xray on this node");
        }
        if (!capabilities.protocols().contains(inbound.protocol())) {
            return Optional.of("this node's core has no " + inbound.protocol()
                    + " with users that can be changed: use Xray on this node");
        }
        return Optional.empty();
    }

    private static Optional<String> clash(Inbound inbound, Iterable<Inbound> others) {
        if (inbound.tag().equals(RESERVED_TAG)) {
            return Optional.of("the tag " + RESERVED_TAG + " is the core's own: give the inbound another one");
        }
        for (var other : others) {
            if (other.tag().equals(inbound.tag())) {
                return Optional.of("inbound %s has the tag %s, too: give one of them another"
                        .formatted(other.key(), inbound.tag()));
            }
            boolean sameAddress = other.listen().equals(inbound.listen())
                    || other.listen().isEmpty()
                    || inbound.listen().isEmpty();
            if (other.port() == inbound.port() && sameAddress) {
                return Optional.of(
                        "inbound %s has port %d, too: give one of them another".formatted(other.key(), inbound.port()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> taken(Inbound inbound, Situation situation) {
        if (situation.ownPorts().contains(inbound.port())) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (situation.ports().of(inbound.listen(), inbound.port())) {
                    case FREE -> null;
                    case TAKEN ->
                        "port %d is taken by another program on this node%s: stop that or give the inbound another port"
                                .formatted(
                                        inbound.port(),
                                        named(situation.ports().owners(inbound.listen(), inbound.port())));
                    case NO_SUCH_ADDRESS ->
                        "this node has no address %s: give the inbound another one or none".formatted(inbound.listen());
                });
    }

    private static String named(List<String> owners) {
        return owners.isEmpty() ? "" : ", " + String.join(" and ", owners);
    }

    static String keyOf(Inbound inbound) {
        return new EntryKey.OfInbound(inbound.key()).text();
    }
}
