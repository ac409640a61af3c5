package io.fleetgram.agent.core;

import java.util.Map;

/**
 * What the configuration file said when the running core was started with it.
 *
 * @param listeners by inbound tag
 * @param users accounts by e-mail, by tag; empty for a core that lists its users itself
 */
public record StartedWith(Map<String, Listener> listeners, Map<String, Map<String, Account>> users) {

    /**
     * An inbound of a running core.
     *
     * @param fingerprint {@link Inbound#fingerprint}
     */
    public record Listener(int port, String fingerprint) {}
}
