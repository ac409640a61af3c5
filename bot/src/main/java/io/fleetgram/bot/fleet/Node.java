package io.fleetgram.bot.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * A machine that runs a core for us.
 *
 * @param id of the row
 * @param rowVersion grows with each save; a save with an old one is refused
 */
public record Node(
        long id,
        NodeKey key,
        NodeProfile profile,
        NodeState state,
        Instant createdAt,
        Optional<Instant> joinedAt,
        int rowVersion) {

    public String name() {
        return profile.name();
    }

    public Node withProfile(NodeProfile other) {
        return new Node(id, key, other, state, createdAt, joinedAt, rowVersion);
    }

    public Node withState(NodeState other) {
        return new Node(id, key, profile, other, createdAt, joinedAt, rowVersion);
    }
}
