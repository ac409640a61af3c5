package io.fleetgram.agent.store;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file of records that is only ever appended to, and read from its begin to the first record that is not whole.
 *
 * <p>A record is its length (four bytes, big endian, counting type and payload), a CRC-32C over length, type and payload,
 * one byte of type, and the payload. A process or a machine that dies while it writes leaves a torn tail, which is cut
 * off when the file is opened again; records before the last {@link #sync} are never part of it.
 *
 * <p>A file that has taken another's place is part of its directory only once that directory is synced too. {@link #sync}
 * does so, and as long as it fails nothing that is appended counts as durable.
 *
 * <p>Not safe for use by several threads at once. An interrupted thread does not close the file, as it would a channel.
 */
public final class RecordLog implements Closeable {

    /** Length and checksum before each record. */
    public static final int FRAME = 8;

    /** Longest record, type included. Longer lengths in a file are damage. */
    public static final int LONGEST = 64 << 20;

    /** Takes the records of a file, oldest first; false means that this record is damage, and the file ends before it. */
    @FunctionalInterface
    public interface Reader {
        boolean record(byte type, ByteBuffer payload) throws IOException;
    }

    /** Fills a file that is about to take another's place. */
    @FunctionalInterface
    public interface Filler {
        void fill(RecordLog log) throws IOException;
    }

    /** Makes the names in a directory survive a power cut. */
    @FunctionalInterface
    public interface DirectorySync {
        void sync(Path directory) throws IOException;
    }

    private final RandomAccessFile file;
    private final DirectorySync directories;
    private long end;
    private boolean torn;
    private @Nullable Path unsynced;

    private RecordLog(RandomAccessFile file, long end, DirectorySync directories) {
        this.file = file;
        this.end = end;
        this.directories = directories;
    }

    /** Reads every whole record, cuts off what is behind them, and makes ready to append. The file must exist. */
    public static RecordLog open(Path file, Reader reader) throws IOException {
        return openAt(file, read(file, reader));
    }

    /** Cuts off what is behind this length, and makes ready to append. */
    static RecordLog openAt(Path file, long whole) throws IOException {
        var opened = new RandomAccessFile(file.toFile(), "rw");
        try {
            if (opened.length() > whole) {
                opened.setLength(whole);
                opened.getFD().sync();
            }
            opened.seek(whole);
            return new RecordLog(opened, whole, AtomicFile::syncDirectory);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Writes a new file beside the old one, syncs it, and puts it in the old one's place. The result can be appended to; that
     * it took the place is durable after its next {@link #sync}.
     */
    public static RecordLog replace(Path file, Filler filler) throws IOException {
        return replace(file, filler, AtomicFile::syncDirectory);
    }

    /** As {@link #replace(Path, Filler)}, with another way to sync directories. */
    public static RecordLog replace(Path file, Filler filler, DirectorySync directories) throws IOException {
        var beside = AtomicFile.beside(file);
        var log = create(beside, directories);
        try {
            filler.fill(log);
            log.sync();
            log.takePlace(beside, file);
            return log;
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /** Makes an empty file, whatever was there before. */
    public static RecordLog create(Path file) throws IOException {
        return create(file, AtomicFile::syncDirectory);
    }

    private static RecordLog create(Path file, DirectorySync directories) throws IOException {
        AtomicFile.create(file);
        return new RecordLog(new RandomAccessFile(file.toFile(), "rw"), 0, directories);
    }

    /** Renames this file over another; that is durable after the next {@link #sync}. */
    void takePlace(Path from, Path to) throws IOException {
        unsynced = AtomicFile.move(from, to);
    }

    /** Reads every whole record without changing the file; returns the number of bytes they take. */
    public static long read(Path file, Reader reader) throws IOException {
        long whole = 0;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (true) {
                int length = in.readInt();
                int checksum = in.readInt();
                if (length < 1 || length > LONGEST) {
                    return whole;
                }
                byte[] body = in.readNBytes(length);
                if (body.length < length
                        || checksum(length, ByteBuffer.wrap(body)) != checksum
                        || !reader.record(
                                body[0], ByteBuffer.wrap(body, 1, length - 1).slice())) {
                    return whole;
                }
                whole += FRAME + length;
            }
        } catch (EOFException endOfFile) {
            return whole;
        }
    }

    /** Appends one record; it is durable after the next {@link #sync}. A failed append leaves no trace. */
    public void append(byte type, byte[] payload) throws IOException {
        int length = payload.length + 1;
        if (length > LONGEST) {
            throw new IOException("a record of %,d bytes is longer than %,d".formatted(length, LONGEST));
        }
        var record = ByteBuffer.allocate(FRAME + length);
        record.putInt(length).putInt(0).put(type).put(payload);
        record.putInt(Integer.BYTES, checksum(length, record.slice(FRAME, length)));
        if (torn) {
            cutBack(end);
        }
        try {
            file.write(record.array());
        } catch (IOException e) {
            cutBack(end);
            throw e;
        }
        end += FRAME + length;
    }

    /** Takes back what was appended since the file had this {@link #size}; if that fails, it is done before the next append. */
    public void cutBack(long size) throws IOException {
        end = size;
        torn = true;
        file.setLength(size);
        file.seek(size);
        torn = false;
    }

    /** Returns when all that was appended survives a power cut. */
    public void sync() throws IOException {
        file.getFD().sync();
        var directory = unsynced;
        if (directory != null) {
            directories.sync(directory);
            unsynced = null;
        }
    }

    /** Returns the file's length in bytes. */
    public long size() {
        return end;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static int checksum(int length, ByteBuffer body) {
        var crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        crc.update(body);
        return (int) crc.getValue();
    }
}
