package io.fleetgram.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Epoch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which batches a node keeps, and for how long. Here a file is begun after each batch. */
class KeptBatchesTest {

    private static final Epoch EPOCH = new Epoch(1, 2);
    private static final int BYTES = 1_000;
    private static final long TEN_OF_THEM = 10 * (BYTES + 41L);

    /** Far from the machine's own clock, which has no say. */
    private Instant now = Instant.parse("2031-03-01T10:00:00Z");

    @TempDir
    Path directory;

    private BatchLog log;

    @BeforeEach
    void open() throws IOException {
        log = BatchLog.open(directory, new BatchLog.Keep(1, TEN_OF_THEM, Duration.ofDays(7)));
    }

    @AfterEach
    void close() throws IOException {
        log.close();
    }

    @Test
    void what_is_acknowledged_is_kept_for_seven_days_from_then_on() throws IOException {
        append(3);
        now = now.plus(Duration.ofDays(30));
        log.acknowledged(1, now);
        log.acknowledged(2, now);
        assertThat(oldest()).isEqualTo(1);
        now = now.plus(Duration.ofDays(6));
        log.acknowledged(3, now);
        assertThat(oldest()).isEqualTo(1);
        now = now.plus(Duration.ofDays(2));
        append(1);
        log.acknowledged(4, now);
        assertThat(oldest()).isEqualTo(3);
    }

    @Test
    void of_what_is_acknowledged_no_more_is_kept_than_fits() throws IOException {
        append(15);
        for (int ordinal = 1; ordinal <= 15; ordinal++) {
            log.acknowledged(ordinal, now);
        }
        assertThat(oldest()).isEqualTo(6);
    }

    @Test
    void what_is_not_acknowledged_is_kept_however_old_and_however_much() throws IOException {
        append(50);
        now = now.plus(Duration.ofDays(400));
        log.acknowledged(2, now);
        assertThat(oldest()).isEqualTo(3);
    }

    @Test
    void a_batch_of_long_names_is_small_enough_for_the_controller(@TempDir Path other) throws IOException {
        var node = new MeteredNode(other, Ledger.Limits.DEFAULT);
        node.noCoreRuns();
        for (int user = 0; user < 3_000; user++) {
            node.core.pass("é".repeat(400) + user, 1, 1);
        }
        node.read();
        node.send();
        assertThat(node.controller.booked()).hasSize(3_000);
        assertThat(node.controller.received())
                .allSatisfy(batch -> assertThat(batch.getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(1_000_000));
    }

    private void append(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            long ordinal = log.lastOrdinal().orElse(0) + 1;
            log.append(new SealedBatch(ordinal, new Cursor(EPOCH, ordinal), new byte[BYTES]));
        }
    }

    private long oldest() throws IOException {
        return log.next(0, Map.of()).orElseThrow().ordinal();
    }
}
