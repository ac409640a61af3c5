package io.fleetgram.parts.core.simulated;

import java.util.UUID;

/** A user of a VLESS inbound; {@code email} keeps its case, as the counters' names do. */
public record CoreUser(String email, int level, UUID id, String flow) {}
