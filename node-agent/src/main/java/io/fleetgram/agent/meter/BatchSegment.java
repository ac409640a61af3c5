package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.store.AtomicFile;
import io.fleetgram.agent.store.RecordLog;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One file of sealed batches with successive ordinals, named by the first of them. */
final class BatchSegment implements Closeable {

    private static final Pattern NAME = Pattern.compile("(?<first>[0-9]{19})\\.batches");
    private static final byte BATCH = 1;
    private static final int HEAD = Long.BYTES + Epoch.BYTES + Long.BYTES;

    private final Path file;
    private RecordLog log;
    private long lastOrdinal;
    private boolean open = true;

    private BatchSegment(Path file, RecordLog log, long lastOrdinal) {
        this.file = file;
        this.log = log;
        this.lastOrdinal = lastOrdinal;
    }

    /** Returns the first ordinal that the file's name tells; empty if it is some other file. */
    static OptionalLong firstOrdinal(Path file) {
        var match = NAME.matcher(file.getFileName().toString());
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group("first"))) : OptionalLong.empty();
    }

    static BatchSegment create(Path directory, long firstOrdinal) throws IOException {
        var file = directory.resolve("%019d.batches".formatted(firstOrdinal));
        return new BatchSegment(file, RecordLog.replace(file, log -> {}), firstOrdinal - 1);
    }

    static BatchSegment open(Path file, long firstOrdinal) throws IOException {
        var last = new long[] {firstOrdinal - 1};
        var log = RecordLog.open(file, (type, payload) -> {
            boolean successive = type == BATCH && payload.getLong() == last[0] + 1;
            last[0] += successive ? 1 : 0;
            return successive;
        });
        return new BatchSegment(file, log, last[0]);
    }

    long lastOrdinal() {
        return lastOrdinal;
    }

    long size() {
        return log.size();
    }

    Instant lastTouched() throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    /** Sets the time by which the file's age is told, so that the machine's own clock has no say. */
    void touch(Instant now) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    void append(SealedBatch batch) throws IOException {
        long before = log.size();
        try {
            log.append(BATCH, payload(batch));
            log.sync();
        } catch (IOException e) {
            log.cutBack(before);
            throw e;
        }
        lastOrdinal = batch.ordinal();
    }

    /** Returns the first batch that passes the test. */
    Optional<SealedBatch> first(Predicate<SealedBatch> test) throws IOException {
        var found = new Found();
        RecordLog.read(file, (type, payload) -> {
            var batch = batch(payload);
            found.batch = test.test(batch) ? batch : null;
            return found.batch == null;
        });
        return Optional.ofNullable(found.batch);
    }

    void cutAbove(long ordinal) throws IOException {
        log.close();
        log = RecordLog.open(file, (type, payload) -> payload.getLong() <= ordinal);
        lastOrdinal = ordinal;
        open = true;
    }

    /** Says whether batches can be appended. */
    boolean isOpen() {
        return open;
    }

    void delete() throws IOException {
        log.close();
        AtomicFile.delete(file);
    }

    /** Ends appending; batches can be read all the same. */
    @Override
    public void close() throws IOException {
        open = false;
        log.close();
    }

    private static byte[] payload(SealedBatch batch) {
        return ByteBuffer.allocate(HEAD + batch.bytes().length)
                .putLong(batch.ordinal())
                .put(batch.position().epoch().bytes())
                .putLong(batch.position().sequence())
                .put(batch.bytes())
                .array();
    }

    private static SealedBatch batch(ByteBuffer payload) {
        long ordinal = payload.getLong();
        var position = new Cursor(new Epoch(payload.getLong(), payload.getLong()), payload.getLong());
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return new SealedBatch(ordinal, position, bytes);
    }

    private static final class Found {
        private @Nullable SealedBatch batch;
    }
}
