package io.fleetgram.bot.fleet;

import java.time.Instant;

/**
 * An entry of the desired state that a node could not bring into its core.
 *
 * @param entryKey as {@code EntryKey.text}
 * @param unsupported the core on this node has no such feature: nothing will repair it, and it is no sign of trouble
 * @param since when the node first reported it
 */
public record FailedEntry(String entryKey, String reason, boolean unsupported, Instant since) {}
