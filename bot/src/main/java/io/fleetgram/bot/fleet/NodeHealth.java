package io.fleetgram.bot.fleet;

import java.time.Instant;

/**
 * The verdict on a node as its checks gave it.
 *
 * @param reason what the check that decided it found, for operators; empty when all is well
 * @param since when the verdict became this one
 */
public record NodeHealth(NodeVerdict verdict, String reason, Instant since) {}
