package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.KnownUsers;
import io.fleetgram.agent.core.StartedWith.Listener;
import java.time.Duration;
import java.util.Map;

/**
 * What is known of one run of the core.
 *
 * @param listeners its inbounds by tag
 * @param readAt when its users were last read from the core itself, or taken from what is written down
 */
record Held(CoreIdentity core, Map<String, Listener> listeners, KnownUsers users, Duration readAt) {}
