package io.fleetgram.agent.core;

import java.util.Collections;
import java.util.Map;

/**
 * An inbound together with its users.
 *
 * @param users accounts by e-mail; not copied, because it may hold a hundred thousand
 */
public record PopulatedInbound(Inbound inbound, Map<String, Account> users) {
    public PopulatedInbound {
        users = Collections.unmodifiableMap(users);
    }
}
