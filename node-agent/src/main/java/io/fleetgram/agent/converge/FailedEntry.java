package io.fleetgram.agent.converge;

/**
 * An entry that this node does not run, though it should.
 *
 * @param key the entry's key
 * @param reason for an operator: what, and what to do about it
 * @param unsupported the core on this node has no such feature: nothing will repair it, and nobody need be alarmed
 */
public record FailedEntry(String key, String reason, boolean unsupported) {}
