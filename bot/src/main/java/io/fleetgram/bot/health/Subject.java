package io.fleetgram.bot.health;

import io.fleetgram.bot.fleet.CoreFacts;
import io.fleetgram.bot.fleet.NodeKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A node that is to be checked: it has joined and is not disabled.
 *
 * @param address public: IPv4, IPv6 without brackets, or a domain
 * @param ports of its core, as its agent last said
 * @param heardAt when its agent last polled or reported
 */
public record Subject(
        long id,
        NodeKey key,
        String name,
        String address,
        List<Integer> ports,
        Optional<CoreFacts.State> core,
        Optional<Instant> heardAt,
        int cpuPermille,
        HealthState state) {

    public Subject {
        ports = List.copyOf(ports);
    }
}
