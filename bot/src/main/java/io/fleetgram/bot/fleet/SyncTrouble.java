package io.fleetgram.bot.fleet;

import java.time.Instant;

/**
 * What is kept of a node's failed attempts to take its desired state.
 *
 * @param failures in a row, up to now; 0 when nothing fails
 * @param error why the last one failed, also after it is over
 */
public record SyncTrouble(int failures, String error, Instant at) {}
