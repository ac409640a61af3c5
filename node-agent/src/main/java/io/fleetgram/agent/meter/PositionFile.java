package io.fleetgram.agent.meter;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * How far the journal has come, kept in memory that outlives the agent but not the machine (tmpfs).
 *
 * <p>It is written after each sync of the journal. A journal that is behind it did not grow to be so: it was put back from
 * a copy, and the bytes after it are counted already.
 */
final class PositionFile {

    /**
     * A journal and its length.
     *
     * @param number how many records the journal has had
     */
    record Mark(UUID journal, long number) {}

    private static final int BYTES = 3 * Long.BYTES + Long.BYTES;

    private final Path file;

    PositionFile(Path file) {
        this.file = file;
    }

    /** Returns what was written last since the machine started, if it can be read. */
    Optional<Mark> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != BYTES || ByteBuffer.wrap(bytes).getLong(BYTES - Long.BYTES) != checksum(bytes)) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes);
        return Optional.of(new Mark(new UUID(in.getLong(), in.getLong()), in.getLong()));
    }

    /** Writes it in one call, which a kill of this process cannot cut in two. */
    void write(Mark mark) throws IOException {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(mark.journal().getMostSignificantBits())
                .putLong(mark.journal().getLeastSignificantBits())
                .putLong(mark.number());
        bytes.putLong(checksum(bytes.array()));
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(bytes.array());
        }
    }

    private static long checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes, 0, BYTES - Long.BYTES);
        return crc.getValue();
    }
}
