package io.fleetgram.agent.store;

import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.shared.StateHash;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A snapshot on its way from the controller to the disk, beside the state that is still in force.
 *
 * <p>Only {@link LastGoodState#adopt} makes it the state, and only if the hash fits; a draft that is closed before is gone.
 */
public final class SnapshotDraft implements Closeable {

    private final Path file;
    private final long version;
    private final RecordLog log;
    private final EntryTable table = new EntryTable();

    SnapshotDraft(Path file, long version) throws IOException {
        this.file = file;
        this.version = version;
        this.log = RecordLog.create(file);
    }

    public void put(EntryBytes entry) throws IOException {
        append(new StateRecord.SnapshotEntry(entry));
    }

    long version() {
        return version;
    }

    Path file() {
        return file;
    }

    RecordLog log() {
        return log;
    }

    EntryTable table() {
        return table;
    }

    /** Ends the snapshot and syncs it; returns the hash of what was put. */
    StateHash end() throws IOException {
        append(new StateRecord.SnapshotEnd(version, table.hash()));
        log.sync();
        return table.hash();
    }

    private void append(StateRecord record) throws IOException {
        table.replay(record);
        StateRecordFormat.append(log, record);
    }

    /** Leaves the draft as it is; the next one begins anew. */
    @Override
    public void close() throws IOException {
        log.close();
    }
}
