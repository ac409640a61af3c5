package io.fleetgram.agent.meter;

import io.fleetgram.agent.store.RecordLog;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * The meter's memory: every reading and every sealed batch, on disk before anything is done with it.
 *
 * <p>When the file has grown well past what it adds up to, that sum becomes the begin of a new file. Not safe for use by
 * several threads at once.
 */
final class Journal implements Closeable {

    /** What opening the file led to. */
    sealed interface Opening {

        Journal journal();

        /** The journal goes on where it was left. */
        record Continued(Journal journal) implements Opening {}

        /** There was none that counts; an empty one begins. */
        record Begun(Journal journal, String why) implements Opening {}
    }

    private static final Logger LOG = System.getLogger(Journal.class.getName());

    private final Path file;
    private final PositionFile mark;
    private RecordLog log;
    private Position position;
    private final long smallestRewritten;
    private long rewriteAbove;

    private Journal(Path file, PositionFile mark, RecordLog log, Position position, long smallestRewritten) {
        this.file = file;
        this.mark = mark;
        this.log = log;
        this.position = position;
        this.smallestRewritten = smallestRewritten;
        this.rewriteAbove = Math.max(smallestRewritten, 2 * log.size());
    }

    /**
     * Opens the journal, or begins one.
     *
     * @param fresh the identity of a new journal, if one is begun
     * @param batches where sealing and sending stand, if a new journal is begun
     * @param smallest bytes below which the file is not rewritten
     */
    static Opening open(Path file, PositionFile mark, UUID fresh, JournalRecord.Batches batches, long smallest)
            throws IOException {
        if (!Files.exists(file)) {
            return new Opening.Begun(begin(file, mark, fresh, batches, smallest), "there was no journal");
        }
        var position = new Position();
        var log = RecordLog.open(
                file,
                (type, payload) -> JournalRecordFormat.read(type, payload)
                        .map(position::replay)
                        .orElse(false));
        var journal = position.journal();
        if (journal.isEmpty()) {
            log.close();
            return new Opening.Begun(
                    begin(file, mark, fresh, batches, smallest), "the journal was damaged from its begin");
        }
        var newest = mark.read();
        if (newest.isPresent()
                && (!newest.get().journal().equals(journal.get())
                        || newest.get().number() > position.number())) {
            log.close();
            return new Opening.Begun(
                    begin(file, mark, fresh, batches, smallest), "the journal had been put back from an older copy");
        }
        return new Opening.Continued(new Journal(file, mark, log, position, smallest));
    }

    private static Journal begin(Path file, PositionFile mark, UUID id, JournalRecord.Batches batches, long smallest)
            throws IOException {
        var position = new Position();
        var log = RecordLog.replace(
                file, next -> write(next, position, List.of(new JournalRecord.Begin(id, 0), batches)));
        var journal = new Journal(file, mark, log, position, smallest);
        journal.mark();
        return journal;
    }

    Position position() {
        return position;
    }

    /** Appends the records; when this returns they are durable and part of the position, when it throws neither. */
    void append(List<JournalRecord> records) throws IOException {
        long before = log.size();
        try {
            for (var record : records) {
                JournalRecordFormat.append(log, record);
            }
            log.sync();
        } catch (IOException e) {
            log.cutBack(before);
            throw e;
        }
        for (var record : records) {
            if (!position.replay(record)) {
                throw new IllegalStateException("a record that does not fit the journal: " + record);
            }
        }
        mark();
        if (log.size() > rewriteAbove) {
            try {
                rewrite();
            } catch (IOException e) {
                rewriteAbove = 2 * log.size();
                LOG.log(Level.WARNING, "the journal {0} stays long for now: {1}", file, e.toString());
            }
        }
    }

    private void rewrite() throws IOException {
        var id = position.journal().orElseThrow();
        var carried = position.carriedOver(id);
        var next = new Position();
        var replaced = RecordLog.replace(file, beside -> write(beside, next, carried));
        log.close();
        log = replaced;
        position = next;
        rewriteAbove = Math.max(smallestRewritten, 2 * log.size());
        mark();
    }

    private static void write(RecordLog log, Position position, List<JournalRecord> records) throws IOException {
        for (var record : records) {
            JournalRecordFormat.append(log, record);
            position.replay(record);
        }
    }

    /** A mark that falls behind is harmless: only a journal behind its mark is distrusted. */
    private void mark() {
        try {
            mark.write(new PositionFile.Mark(position.journal().orElseThrow(), position.number()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the journal''s position cannot be kept in memory: {0}", e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
