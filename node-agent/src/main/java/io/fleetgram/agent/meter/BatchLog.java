package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Epoch;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Sealed batches on disk: those not yet acknowledged, and those that were, for as long as the controller might ask for
 * them again.
 *
 * <p>One file holds batches of successive ordinals and is removed as a whole. Only the last is open: a node whose
 * controller is away for long has many. Not safe for use by several threads at once.
 */
final class BatchLog implements Closeable {

    /**
     * How much is kept.
     *
     * @param segment bytes after which a new file is begun
     * @param bytes of all files together; more than this only while batches are not acknowledged
     * @param age of acknowledged batches
     */
    record Keep(long segment, long bytes, Duration age) {

        static final Keep DEFAULT = new Keep(1 << 20, 64 << 20, Duration.ofDays(7));
    }

    private final Path directory;
    private final Keep keep;
    private final NavigableMap<Long, BatchSegment> segments;
    private Optional<Map<Epoch, Long>> epochs = Optional.empty();

    private BatchLog(Path directory, Keep keep, NavigableMap<Long, BatchSegment> segments) {
        this.directory = directory;
        this.keep = keep;
        this.segments = segments;
    }

    static BatchLog open(Path directory, Keep keep) throws IOException {
        var segments = new TreeMap<Long, BatchSegment>();
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                var first = BatchSegment.firstOrdinal(file);
                if (first.isPresent()) {
                    segments.put(first.getAsLong(), BatchSegment.open(file, first.getAsLong()));
                }
            }
        }
        for (var segment :
                segments.headMap(segments.isEmpty() ? 0 : segments.lastKey()).values()) {
            segment.close();
        }
        return new BatchLog(directory, keep, segments);
    }

    /** Returns the ordinal of the last batch; empty if there is none. */
    OptionalLong lastOrdinal() {
        return segments.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(segments.lastEntry().getValue().lastOrdinal());
    }

    /** Removes batches above this ordinal: they were written, but never sealed by the journal, so never sent. */
    void cutAbove(long ordinal) throws IOException {
        while (!segments.isEmpty() && segments.lastEntry().getValue().lastOrdinal() > ordinal) {
            epochs = Optional.empty();
            var last = segments.lastEntry();
            if (last.getKey() > ordinal) {
                last.getValue().delete();
                segments.remove(last.getKey());
            } else {
                last.getValue().cutAbove(ordinal);
            }
        }
    }

    /** Writes a batch; durable on return. */
    void append(SealedBatch batch) throws IOException {
        var last = segments.lastEntry();
        if (last == null
                || !last.getValue().isOpen()
                || last.getValue().size() >= keep.segment()
                || last.getValue().lastOrdinal() + 1 != batch.ordinal()) {
            if (last != null) {
                last.getValue().close();
            }
            segments.put(batch.ordinal(), BatchSegment.create(directory, batch.ordinal()));
        }
        segments.lastEntry().getValue().append(batch);
        epochs.ifPresent(
                known -> known.merge(batch.position().epoch(), batch.position().sequence(), Math::max));
    }

    /** Returns the first batch above this ordinal whose number in its epoch is above that epoch's cursor. */
    Optional<SealedBatch> next(long above, Map<Epoch, Long> cursors) throws IOException {
        var from = segments.floorKey(above + 1);
        for (var segment : segments.tailMap(from == null ? above + 1 : from).values()) {
            if (segment.lastOrdinal() > above) {
                var found = segment.first(batch -> batch.ordinal() > above
                        && batch.position().sequence()
                                > cursors.getOrDefault(batch.position().epoch(), 0L));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the highest number of each epoch, oldest epoch first. Reads every file once. */
    Map<Epoch, Long> epochs() throws IOException {
        if (epochs.isEmpty()) {
            var read = new LinkedHashMap<Epoch, Long>();
            for (var segment : segments.values()) {
                segment.first(batch -> {
                    Cursor position = batch.position();
                    read.merge(position.epoch(), position.sequence(), Math::max);
                    return false;
                });
            }
            epochs = Optional.of(read);
        }
        return epochs.get();
    }

    /**
     * Notes that a batch was acknowledged, and removes files of acknowledged batches that are too old or too many. A file's
     * age begins when the last of its batches was acknowledged, however long that batch had waited.
     */
    void acknowledged(long ordinal, Instant now) throws IOException {
        var segment = segments.floorEntry(ordinal);
        if (segment != null) {
            segment.getValue().touch(now);
        }
        dropOld(ordinal, now);
    }

    private void dropOld(long acknowledgedOrdinal, Instant now) throws IOException {
        long total = segments.values().stream().mapToLong(BatchSegment::size).sum();
        while (segments.size() > 1) {
            var oldest = segments.firstEntry();
            var segment = oldest.getValue();
            boolean tooOld = segment.lastTouched().isBefore(now.minus(keep.age()));
            if (segment.lastOrdinal() > acknowledgedOrdinal || !(tooOld || total > keep.bytes())) {
                return;
            }
            total -= segment.size();
            segment.delete();
            segments.remove(oldest.getKey());
        }
    }

    @Override
    public void close() throws IOException {
        for (var segment : segments.values()) {
            segment.close();
        }
    }
}
