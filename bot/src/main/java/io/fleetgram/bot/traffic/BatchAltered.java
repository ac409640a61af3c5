package io.fleetgram.bot.traffic;

/** Event, after the commit: a node sent another batch under a number that was booked already; it was not booked. */
public record BatchAltered(String nodeKey, SealedBatch.Epoch epoch, long sequence) {}
