package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Credential;
import io.fleetgram.agent.core.Inbound;
import java.util.List;
import java.util.Map;

/**
 * The desired state in the agent's own words.
 *
 * @param inbounds in the order of their keys
 * @param users credentials by e-mail, by inbound key
 * @param coreStopped whether the operator wants the core stopped
 * @param unreadable entries that this agent cannot make sense of
 */
public record Desired(
        List<Inbound> inbounds,
        Map<String, Map<String, Credential>> users,
        boolean coreStopped,
        List<FailedEntry> unreadable) {}
