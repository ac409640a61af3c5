package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.Ports;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Inbounds whose port another process listens on as well: cores share ports without a word, and half of the streams go astray. */
final class SharedPorts {

    private final Ports ports;
    private List<FailedEntry> seen = List.of();

    SharedPorts(Ports ports) {
        this.ports = ports;
    }

    void look(Collection<Inbound> running) {
        var shared = new ArrayList<FailedEntry>();
        for (var inbound : running) {
            var owners = ports.owners(inbound.listen(), inbound.port());
            if (owners.size() > 1) {
                shared.add(new FailedEntry(
                        InboundPlan.keyOf(inbound),
                        "port %d is shared by %s, and connections go to either: end the one that is not this node's core"
                                .formatted(inbound.port(), String.join(" and ", owners)),
                        false));
            }
        }
        seen = List.copyOf(shared);
    }

    List<FailedEntry> seen() {
        return seen;
    }
}
