package io.fleetgram.bot.fleet;

import io.fleetgram.shared.StateHash;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a node proves to hold of its desired state. Versions are compared for equality only.
 *
 * @param storedVersion what is on the node's disk
 * @param appliedVersion what its core was last brought to
 * @param lastSyncAt when it last was found to hold exactly what it should
 */
public record HeldState(
        OptionalLong storedVersion,
        Optional<StateHash> storedHash,
        OptionalLong appliedVersion,
        Optional<Instant> lastSyncAt) {

    public static final HeldState NOTHING =
            new HeldState(OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());
}
