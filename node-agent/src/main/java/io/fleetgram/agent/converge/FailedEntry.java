package io.fleetgram.agent.converge;

/**
 * An entry that this node does not run, though it should.
 *
 * @param key the entry's key
 * @param reason for an operator: what, and what to do about it
 */
public record FailedEntry(String key, String reason) {}
