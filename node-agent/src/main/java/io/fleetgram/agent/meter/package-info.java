/**
 * Counts every byte exactly once: from the core's counters into a journal on disk, from there into sealed batches, from
 * there to the controller.
 */
@NullMarked
package io.fleetgram.agent.meter;

import org.jspecify.annotations.NullMarked;
