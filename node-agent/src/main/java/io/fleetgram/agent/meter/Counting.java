package io.fleetgram.agent.meter;

import java.util.List;

/** What counting one reading led to. */
public sealed interface Counting {

    /**
     * Journaled.
     *
     * @param moved keys whose counters moved since the reading before
     * @param fallen keys whose counters were below the reading before, and counted from zero
     */
    record Counted(List<String> moved, List<String> fallen) implements Counting {}

    /**
     * There was no journal that can be trusted beside a core that was running: counting begins at its present values.
     *
     * @param counters how many there are
     */
    record Based(int counters) implements Counting {}

    /** The reading is of a run of the core that was followed by another; it came too late. */
    record Superseded() implements Counting {}
}
