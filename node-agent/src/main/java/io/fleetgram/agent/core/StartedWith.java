package io.fleetgram.agent.core;

import java.util.Map;

/**
 * What the configuration file said when the running core was started with it.
 *
 * @param inbounds {@link Inbound#fingerprint} by tag
 * @param users accounts by e-mail, by tag; empty for a core that lists its users itself
 */
public record StartedWith(Map<String, String> inbounds, Map<String, Map<String, Account>> users) {}
