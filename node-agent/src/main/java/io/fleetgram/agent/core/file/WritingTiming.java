package io.fleetgram.agent.core.file;

import io.fleetgram.agent.pace.MonotonicClock;
import java.util.concurrent.ScheduledExecutorService;

/** When to write, by which clock, and who wakes the writer. */
public record WritingTiming(WritingDelays delays, MonotonicClock clock, ScheduledExecutorService scheduler) {}
