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

        /**
         * The journal goes on where it was left.
         *
         * @param marked whether its position was there to vouch for it; always so unless the machine has restarted, or
         *     somebody took the position away
         */
        record Continued(Journal journal, boolean marked) implements Opening {}

        /** There was none that counts; an empty one begins. */
        record Begun(Journal journal, String why) implements Opening {}
    }

    /**
     * Where a journal is kept.
     *
     * @param smallest bytes below which the file is not rewritten
     */
    record Place(Path file, PositionFile mark, RecordLog.DirectorySync directories, long smallest) {}

    private static final Logger LOG = System.getLogger(Journal.class.getName());

    private final Place place;
    private RecordLog log;
    private Position position;
    private long rewriteAbove;

    private Journal(Place place, RecordLog log, Position position) {
        this.place = place;
        this.log = log;
        this.position = position;
        this.rewriteAbove = Math.max(place.smallest(), 2 * log.size());
    }

    /**
     * Opens the journal, or begins one.
     *
     * @param fresh the identity of a new journal, if one is begun
     * @param batches where sealing and sending stand, if a new journal is begun
     */
    static Opening open(Place place, UUID fresh, JournalRecord.Batches batches) throws IOException {
        if (!Files.exists(place.file())) {
            return new Opening.Begun(begin(place, fresh, batches), "there was no journal");
        }
        var position = new Position();
        var log = RecordLog.open(
                place.file(),
                (type, payload) -> JournalRecordFormat.read(type, payload)
                        .map(position::replay)
                        .orElse(false));
        var journal = position.journal();
        if (journal.isEmpty()) {
            log.close();
            return new Opening.Begun(begin(place, fresh, batches), "the journal was damaged from its begin");
        }
        var newest = place.mark().read();
        if (newest.isPresent()
                && (!newest.get().journal().equals(journal.get())
                        || newest.get().number() > position.number())) {
            log.close();
            return new Opening.Begun(begin(place, fresh, batches), "the journal had been put back from an older copy");
        }
        return new Opening.Continued(new Journal(place, log, position), newest.isPresent());
    }

    private static Journal begin(Place place, UUID id, JournalRecord.Batches batches) throws IOException {
        var position = new Position();
        var log = RecordLog.replace(
                place.file(),
                next -> write(next, position, List.of(new JournalRecord.Begin(id, 0), batches)),
                place.directories());
        log.sync();
        var journal = new Journal(place, log, position);
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
                LOG.log(Level.WARNING, "the journal {0} could not be made shorter: {1}", place.file(), e.toString());
            }
        }
    }

    /** From the moment that the new file has the name it is the journal, whether or not that is durable yet. */
    private void rewrite() throws IOException {
        var id = position.journal().orElseThrow();
        var carried = position.carriedOver(id);
        var next = new Position();
        var replaced = RecordLog.replace(place.file(), beside -> write(beside, next, carried), place.directories());
        var old = log;
        log = replaced;
        position = next;
        rewriteAbove = Math.max(place.smallest(), 2 * log.size());
        mark();
        old.close();
        log.sync();
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
            place.mark().write(new PositionFile.Mark(position.journal().orElseThrow(), position.number()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the journal''s position cannot be kept in memory: {0}", e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
