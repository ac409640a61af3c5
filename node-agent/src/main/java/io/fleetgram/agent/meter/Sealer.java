package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.core.Traffic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes batches of the rows that wait: on disk first, then noted in the journal. What is sealed never changes again. */
final class Sealer {

    /** What a row takes in a batch beside its key, at most. */
    private static final int ROW_BYTES = 32;

    /** A batch of more is begun anew: the controller takes 1,000,000 bytes at once. */
    private static final int MOST_BYTES = 600_000;

    private final Journal journal;
    private final BatchLog batches;
    private final BatchFormat format;
    private final InstantSource controllerTime;
    private final int mostRows;

    Sealer(Journal journal, BatchLog batches, BatchFormat format, InstantSource controllerTime, int mostRows) {
        this.journal = journal;
        this.batches = batches;
        this.format = format;
        this.controllerTime = controllerTime;
        this.mostRows = mostRows;
    }

    /** Seals the oldest rows that wait; empty if none do. */
    Optional<SealedBatch> seal() throws IOException {
        return seal(Integer.MAX_VALUE);
    }

    /** Seals all that waits from hours before this one, in as many batches as it takes. */
    void sealBefore(int hour) throws IOException {
        while (journal.position().waitsFromBefore(hour)) {
            seal(hour);
        }
    }

    private Optional<SealedBatch> seal(int beforeHour) throws IOException {
        var rows = fitting(journal.position().waiting(mostRows), beforeHour);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var last = journal.position().lastSealed();
        var position = new Cursor(last.epoch(), last.sequence() + 1);
        long ordinal = journal.position().lastOrdinal() + 1;
        var batch = new SealedBatch(ordinal, position, format.bytes(position, rows, controllerTime.instant()));
        batches.cutAbove(ordinal - 1);
        batches.append(batch);
        var sum = rows.stream().map(TrafficRow::bytes).reduce(Traffic.NONE, Traffic::plus);
        journal.append(List.of(new JournalRecord.Sealed(ordinal, position, rows.size(), sum)));
        return Optional.of(batch);
    }

    /** At least the first row, however long its key is. */
    private static List<TrafficRow> fitting(List<TrafficRow> rows, int beforeHour) {
        int count = 0;
        int bytes = 0;
        for (var row : rows) {
            bytes += ROW_BYTES + row.cell().key().getBytes(StandardCharsets.UTF_8).length;
            if (row.cell().hour() >= beforeHour || (count > 0 && bytes > MOST_BYTES)) {
                break;
            }
            count++;
        }
        return rows.subList(0, count);
    }
}
