package io.fleetgram.bot.traffic;

/** Event, after the commit: batches of a node are missing before one that was booked. */
public record TrafficGap(String nodeKey, SealedBatch.Epoch epoch, long expected, long received) {}
