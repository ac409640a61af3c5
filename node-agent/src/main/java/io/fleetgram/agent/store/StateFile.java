package io.fleetgram.agent.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads state files: a snapshot and what was appended to it. */
final class StateFile {

    /** An open file and the entries that it adds up to. */
    record Opened(RecordLog log, EntryTable table) {}

    /** What a look at a file found. */
    sealed interface Look {

        record Missing() implements Look {}

        /** There is no whole snapshot in it; it was left as it is. */
        record Damaged() implements Look {}

        /**
         * It can be appended to.
         *
         * @param cut how many damaged bytes were cut off its end
         */
        record Whole(Opened opened, long cut) implements Look {}
    }

    private StateFile() {}

    /** Opens a file to append to it, its torn tail cut. */
    static Look look(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Look.Missing();
        }
        long length = Files.size(file);
        var table = new EntryTable();
        long whole = RecordLog.read(file, (type, payload) -> replay(table, type, payload));
        if (!table.isWhole()) {
            return new Look.Damaged();
        }
        var log = RecordLog.openAt(file, whole);
        return new Look.Whole(new Opened(log, table), length - whole);
    }

    /** Reads what a file adds up to without changing it; empty if there is no file with a whole snapshot. */
    static Optional<HeldState> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var table = new EntryTable();
        RecordLog.read(file, (type, payload) -> replay(table, type, payload));
        return table.isWhole() ? Optional.of(table.held()) : Optional.empty();
    }

    /** Reads the state that the core had taken last, according to this file; empty if it took none of it. */
    static Optional<HeldState> lastApplied(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var marks = new int[2];
        RecordLog.read(file, (type, payload) -> {
            marks[0]++;
            var record = StateRecordFormat.read(type, payload);
            if (record.isPresent() && record.get() instanceof StateRecord.Applied) {
                marks[1] = marks[0];
            }
            return true;
        });
        var table = new EntryTable();
        var seen = new int[1];
        RecordLog.read(file, (type, payload) -> seen[0]++ < marks[1] && replay(table, type, payload));
        return table.isWhole() && table.appliedVersion() > 0 ? Optional.of(table.held()) : Optional.empty();
    }

    private static boolean replay(EntryTable table, byte type, ByteBuffer payload) {
        return StateRecordFormat.read(type, payload).map(table::replay).orElse(false);
    }
}
