package io.fleetgram.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;

class RecordLogTest {

    private final Path file;

    RecordLogTest() throws IOException {
        file = Files.createTempFile("records", ".log");
    }

    @AfterProperty
    void removeFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property(tries = 200)
    void a_file_cut_anywhere_gives_back_the_records_before_the_cut_and_goes_on_from_there(
            @ForAll @Size(max = 12) List<byte[]> payloads, @ForAll @IntRange(max = 1_000_000) int where)
            throws IOException {
        write(payloads);
        long cut = where % (Files.size(file) + 1);
        truncate(cut);

        var read = new ArrayList<byte[]>();
        try (var log = RecordLog.open(file, (type, payload) -> read.add(bytes(payload)))) {
            log.append((byte) 9, new byte[] {42});
            log.sync();
        }

        assertThat(read).containsExactlyElementsOf(wholeBefore(payloads, cut));
        assertThat(readAll()).hasSize(read.size() + 1).last().isEqualTo(new byte[] {42});
    }

    @Property(tries = 200)
    void a_flipped_bit_ends_the_file_before_the_record_that_it_is_in(
            @ForAll @Size(min = 1, max = 12) List<byte[]> payloads, @ForAll @IntRange(max = 1_000_000) int where)
            throws IOException {
        write(payloads);
        int at = (int) (where % Files.size(file));
        byte[] content = Files.readAllBytes(file);
        content[at] ^= 0x10;
        Files.write(file, content);

        assertThat(readAll()).containsExactlyElementsOf(wholeBefore(payloads, at));
    }

    @Property(tries = 50)
    void zeros_behind_the_last_record_are_a_torn_tail(@ForAll @Size(max = 5) List<byte[]> payloads) throws IOException {
        write(payloads);
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(raw.length() + 4_096);
        }
        assertThat(readAll()).containsExactlyElementsOf(payloads);
    }

    private void write(List<byte[]> payloads) throws IOException {
        try (var log = RecordLog.create(file)) {
            for (var payload : payloads) {
                log.append((byte) 1, payload);
            }
            log.sync();
        }
    }

    private void truncate(long length) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(length);
        }
    }

    private List<byte[]> readAll() throws IOException {
        var read = new ArrayList<byte[]>();
        RecordLog.read(file, (type, payload) -> read.add(bytes(payload)));
        return read;
    }

    private static List<byte[]> wholeBefore(List<byte[]> payloads, long cut) {
        var whole = new ArrayList<byte[]>();
        long end = 0;
        for (var payload : payloads) {
            end += RecordLog.FRAME + 1 + payload.length;
            if (end > cut) {
                break;
            }
            whole.add(payload);
        }
        return whole;
    }

    private static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }
}
