package io.fleetgram.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Traffic;
import io.fleetgram.agent.meter.TrafficReporter.Sending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T3: the controller is away for a week, and 2,000 accounts have traffic in each of its hours; 10,000 with {@code -Dfull=true}. */
class WeekAwayTest {

    private static final int ACCOUNTS = Boolean.getBoolean("full") ? 10_000 : 2_000;
    private static final int ROWS = ACCOUNTS / 2;
    private static final int HOURS = 7 * 24;

    /** One hour's rows, and what the journal may grow by before it is written anew. */
    private static final long LONGEST_JOURNAL = 16 << 20;

    private Path directory;
    private MeteredNode node;

    @BeforeEach
    void start() throws IOException {
        directory = Files.createTempDirectory(MeterCrashTest.IN_MEMORY, "week");
        node = new MeteredNode(directory, new Ledger.Limits(ROWS, BatchLog.Keep.DEFAULT, 4 << 20));
        node.noCoreRuns();
    }

    @AfterEach
    void remove() throws IOException {
        node.die();
        try (Stream<Path> all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void memory_and_journal_stay_small_and_everything_is_reported_in_the_order_of_the_hours() throws IOException {
        int mostWaiting = 0;
        long longestJournal = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            for (int account = 0; account < ACCOUNTS; account++) {
                node.core.pass("a" + account + ".in1", 1, 2);
            }
            node.read();
            mostWaiting = Math.max(mostWaiting, node.ledger().waitingRows());
            longestJournal = Math.max(longestJournal, Files.size(node.files.journal()));
            node.pass(Duration.ofHours(1));
        }
        assertThat(mostWaiting).isEqualTo(ACCOUNTS);
        assertThat(longestJournal).isLessThan(LONGEST_JOURNAL);

        assertThat(node.send()).isEqualTo(new Sending.Done(2 * HOURS));

        assertThat(node.controller.byHour()).hasSize(HOURS);
        assertThat(node.controller.byHour().values()).containsOnly(new Traffic(ACCOUNTS, 2L * ACCOUNTS));
        assertThat(node.controller.booked().values()).containsOnly(new Traffic(HOURS, 2L * HOURS));
        assertThat(node.controller.firstHours()).isSorted();
        assertThat(node.controller.largest()).isEqualTo(ROWS);
        assertThat(node.controller.gaps()).isZero();
    }
}
