package io.fleetgram.agent.settings;

/**
 * A setting as it counts.
 *
 * @param from where the value stands: {@code default}, a file, an environment variable or a flag
 */
public record EffectiveSetting(String key, String value, String from) {}
