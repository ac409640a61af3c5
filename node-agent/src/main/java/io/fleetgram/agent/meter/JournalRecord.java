package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.Traffic;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One record of the journal. A journal begins with what adds up to a {@link Position}; the others follow. */
sealed interface JournalRecord {

    /**
     * The first record of every journal file.
     *
     * @param number how many records this journal had had in the files before this one
     */
    record Begin(UUID journal, long number) implements JournalRecord {}

    /** Deltas that come from now on belong to this epoch. */
    record EpochOpened(Epoch epoch) implements JournalRecord {}

    /** These are the counters of this run of the core from which deltas are taken, and no others. */
    record Based(CoreIdentity core, Map<String, Traffic> absolutes) implements JournalRecord {}

    /** Bytes that wait to be sealed, carried over from the file before. */
    record Waiting(List<TrafficRow> rows) implements JournalRecord {}

    /** Where sealing and sending stand, carried over from the file before. */
    record Batches(Cursor lastSealed, long lastOrdinal, long acknowledgedOrdinal) implements JournalRecord {}

    /** One reading: what the counters went from and to. A run of the core that is not the present base's counts from zero. */
    record Counted(CoreIdentity core, int hour, List<Step> steps) implements JournalRecord {

        /**
         * One counter's move.
         *
         * @param from the value that the bytes are counted from: the one of the reading before, or zero if it fell
         * @param to the value that was read
         */
        record Step(String key, Traffic from, Traffic to) {

            Traffic bytes() {
                return new Traffic(to.uplink() - from.uplink(), to.downlink() - from.downlink());
            }
        }
    }

    /**
     * The first rows that wait, in their order, are in a batch now.
     *
     * @param rows how many
     * @param sum of their bytes, to be compared on reading
     */
    record Sealed(long ordinal, Cursor position, int rows, Traffic sum) implements JournalRecord {}

    /** The batch of this ordinal, and all before it, are durable on the controller. */
    record Acknowledged(long ordinal) implements JournalRecord {}
}
