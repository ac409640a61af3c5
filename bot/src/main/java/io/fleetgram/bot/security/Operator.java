package io.fleetgram.bot.security;

import java.util.Set;

/**
 * A person who runs the fleet.
 *
 * @param telegramUserId identifies the person in Telegram; names are mutable and identify nobody
 */
public record Operator(long telegramUserId, Set<Capability> capabilities) {

    public Operator {
        capabilities = Set.copyOf(capabilities);
    }

    public boolean may(Capability capability) {
        return capabilities.contains(capability);
    }
}
