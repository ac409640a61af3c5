package io.fleetgram.agent.core;

import java.util.Map;

/** One read of all the core's counters; nothing is ever reset. */
public sealed interface CounterReading {

    /**
     * Absolute values since the start of one run of the core. It was the same run before and after the read.
     *
     * @param core the run that these values belong to
     * @param users by e-mail; a user appears with its first stream and stays until the core ends, removed or not
     * @param inbounds by tag
     * @param outbounds by tag
     */
    record Read(
            CoreIdentity core,
            Map<String, Traffic> users,
            Map<String, Traffic> inbounds,
            Map<String, Traffic> outbounds)
            implements CounterReading {}

    /** The core was away, did not answer in time, or was replaced during the read. */
    record Unreadable(String why) implements CounterReading {}
}
