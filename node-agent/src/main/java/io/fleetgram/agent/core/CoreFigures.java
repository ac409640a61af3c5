package io.fleetgram.agent.core;

import java.time.Duration;

/**
 * What a running core says of itself.
 *
 * @param heapBytes memory in use by its objects
 * @param systemBytes memory that it has from the machine
 * @param routines threads of its own kind (goroutines)
 * @param collections garbage collections since its start
 */
public record CoreFigures(long heapBytes, long systemBytes, long routines, long collections, Duration uptime) {}
