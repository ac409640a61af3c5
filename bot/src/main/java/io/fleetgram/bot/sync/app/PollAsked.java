package io.fleetgram.bot.sync.app;

import io.fleetgram.shared.StateHash;
import java.time.Duration;
import java.util.Set;

/**
 * A poll as its agent sent it.
 *
 * @param atMost how long it wants to be parked
 * @param run names the agent's run; new at each start of it
 * @param commands which commands it can be given
 */
public record PollAsked(
        String node, long storedVersion, StateHash storedHash, Duration atMost, String run, Taking commands) {

    /** What an agent says of commands. */
    public sealed interface Taking {

        /** It is older than commands. */
        record Nothing() implements Taking {}

        /** It takes any that it does not hold already. */
        record AllBut(Set<String> held) implements Taking {
            public AllBut {
                held = Set.copyOf(held);
            }
        }
    }
}
