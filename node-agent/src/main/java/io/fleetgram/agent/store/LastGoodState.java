package io.fleetgram.agent.store;

import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.shared.StateHash;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The desired state as it was last stored on this node, and how far the core has taken it.
 *
 * <p>On disk: {@code state} is a snapshot and the deltas since; while the core has not taken anything of it,
 * {@code state.previous} is the file that it had taken. A snapshot that arrives is written as {@code state.new} first. A
 * torn tail loses the last deltas, never the file: version and hash are computed from what is there, so the next poll tells
 * the controller the truth.
 *
 * <p>May be used by several threads at once.
 */
public final class LastGoodState implements Closeable {

    /** What storing led to. */
    public sealed interface Storing {

        record Stored() implements Storing {}

        /** The entries do not have the hash that they should; what was stored before is still there. */
        record HashMismatch(StateHash expected, StateHash actual) implements Storing {}
    }

    /** The {@link #doubt} of a node that is new. */
    public static final String NOTHING_YET = "nothing was received yet";

    /** A file smaller than this is not rewritten, however much of it is superseded. */
    private static final long SMALLEST_REWRITTEN = 1 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private final Path previous;
    private RecordLog log;
    private EntryTable table;
    private long rewriteAbove;
    private long appliedVersion;
    private Optional<String> doubt;

    private LastGoodState(Path file, StateFile.Opened opened, long appliedVersion, Optional<String> doubt) {
        this.file = file;
        this.previous = previous(file);
        this.log = opened.log();
        this.table = opened.table();
        this.rewriteAbove = Math.max(SMALLEST_REWRITTEN, 2 * log.size());
        this.appliedVersion = appliedVersion;
        this.doubt = doubt;
    }

    /** Opens the state in this file, or in what a death between two renames has left of it, or an empty one. */
    public static LastGoodState open(Path file) throws IOException {
        var remembered = DoubtFile.of(file);
        var earlier = remembered.read();
        var opening = StateOpening.among(List.of(file, AtomicFile.beside(file), previous(file)));
        var doubt = earlier.or(opening::doubt);
        if (doubt.isPresent() && earlier.isEmpty()) {
            remembered.write(doubt.get());
        }
        if (opening.opened().isPresent()) {
            long applied = lastApplied(file).map(HeldState::version).orElse(0L);
            return new LastGoodState(file, opening.opened().get(), applied, doubt);
        }
        var empty = new EntryTable();
        var log = RecordLog.replace(file, next -> fill(next, empty));
        log.sync();
        return new LastGoodState(file, new StateFile.Opened(log, empty), 0, doubt);
    }

    /**
     * Returns why what is stored may not be what this node is to run: nothing was received yet, or the disk lost something.
     * Empty once a controller has confirmed it or sent it again.
     */
    public Optional<String> doubt() {
        lock.lock();
        try {
            return doubt;
        } finally {
            lock.unlock();
        }
    }

    /** Reads the state beside an agent that may be running; empty if there is none. */
    public static Optional<HeldState> read(Path file) throws IOException {
        return StateFile.read(file);
    }

    public HeldState stored() {
        lock.lock();
        try {
            return table.held();
        } finally {
            lock.unlock();
        }
    }

    /** Returns version and hash of what is stored. */
    public StateProof proof() {
        lock.lock();
        try {
            return new StateProof(table.version(), table.hash());
        } finally {
            lock.unlock();
        }
    }

    /** Returns the version that the core took last; 0 if it took none. */
    public long appliedVersion() {
        lock.lock();
        try {
            return appliedVersion;
        } finally {
            lock.unlock();
        }
    }

    /** Reads from disk the state that the core took last; empty if it took none. */
    public Optional<HeldState> lastApplied() throws IOException {
        lock.lock();
        try {
            return lastApplied(file);
        } finally {
            lock.unlock();
        }
    }

    /** Stores a delta, if the state has this hash after it. */
    public Storing store(long version, StateHash expected, List<EntryBytes> put, List<String> remove)
            throws IOException {
        lock.lock();
        try {
            var delta = new StateRecord.Delta(version, expected, put, remove);
            var actual = table.hashAfter(delta);
            if (!actual.equals(expected)) {
                return new Storing.HashMismatch(expected, actual);
            }
            append(delta);
            isCertain();
            return new Storing.Stored();
        } finally {
            lock.unlock();
        }
    }

    /** Stores that the same entries have a new version. If the core had taken the old one, it has taken this one. */
    public void storeVersion(long version) throws IOException {
        lock.lock();
        try {
            isCertain();
            if (version == table.version()) {
                return;
            }
            boolean applied = table.appliedVersion() == table.version();
            append(new StateRecord.Version(version));
            if (applied) {
                append(new StateRecord.Applied(version));
                appliedVersion = version;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Begins to take a snapshot in. A draft that was begun before and not adopted is given up. */
    public SnapshotDraft beginSnapshot(long version) throws IOException {
        return new SnapshotDraft(AtomicFile.beside(file), version);
    }

    /** Makes the draft the stored state, if it has this hash; else the draft is closed. */
    public Storing adopt(SnapshotDraft draft, StateHash expected) throws IOException {
        StateHash actual;
        try {
            actual = draft.end();
        } catch (IOException e) {
            draft.close();
            throw e;
        }
        if (!actual.equals(expected)) {
            draft.close();
            return new Storing.HashMismatch(expected, actual);
        }
        lock.lock();
        try {
            if (table.appliedVersion() > 0) {
                AtomicFile.rename(file, previous);
            }
            draft.log().takePlace(draft.file(), file);
            use(draft.log(), draft.table());
            isCertain();
            return new Storing.Stored();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the core took this version, if it is the one that is stored; what was kept for its failing may go. */
    public void markApplied(long version) throws IOException {
        lock.lock();
        try {
            if (version != table.version() || version == table.appliedVersion()) {
                return;
            }
            append(new StateRecord.Applied(version));
            appliedVersion = version;
            AtomicFile.delete(previous);
            if (log.size() > rewriteAbove) {
                use(RecordLog.replace(file, next -> fill(next, table)), table);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything, for a node that was removed: from now on no user is desired here, after a restart neither. */
    public void clear() throws IOException {
        lock.lock();
        try {
            var empty = new EntryTable();
            use(RecordLog.replace(file, next -> fill(next, empty)), empty);
            AtomicFile.delete(previous);
            isCertain();
            appliedVersion = 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            log.close();
        } finally {
            lock.unlock();
        }
    }

    private void isCertain() throws IOException {
        if (doubt.isPresent()) {
            DoubtFile.of(file).delete();
            doubt = Optional.empty();
        }
    }

    private void append(StateRecord record) throws IOException {
        long before = log.size();
        try {
            StateRecordFormat.append(log, record);
            log.sync();
        } catch (IOException e) {
            log.cutBack(before);
            throw e;
        }
        table.replay(record);
    }

    /** Goes on in the file that has just taken the old one's place; durable on return, and used even if it is not. */
    private void use(RecordLog next, EntryTable entries) throws IOException {
        var old = log;
        log = next;
        table = entries;
        rewriteAbove = Math.max(SMALLEST_REWRITTEN, 2 * next.size());
        old.close();
        next.sync();
    }

    private static void fill(RecordLog log, EntryTable table) throws IOException {
        for (var entry : table.entries()) {
            StateRecordFormat.append(log, new StateRecord.SnapshotEntry(entry));
        }
        StateRecordFormat.append(log, new StateRecord.SnapshotEnd(table.version(), table.hash()));
        if (table.appliedVersion() > 0) {
            StateRecordFormat.append(log, new StateRecord.Applied(table.appliedVersion()));
        }
    }

    private static Optional<HeldState> lastApplied(Path file) throws IOException {
        var applied = StateFile.lastApplied(file);
        return applied.isPresent() ? applied : StateFile.lastApplied(previous(file));
    }

    private static Path previous(Path file) {
        return file.resolveSibling(file.getFileName() + ".previous");
    }
}
