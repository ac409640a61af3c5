package io.fleetgram.bot.fleet;

import java.time.Instant;

/**
 * An entry of the desired state that a node could not bring into its core.
 *
 * @param entryKey as {@code EntryKey.text}
 * @param since when the node first reported it
 */
public record FailedEntry(String entryKey, String reason, Instant since) {}
