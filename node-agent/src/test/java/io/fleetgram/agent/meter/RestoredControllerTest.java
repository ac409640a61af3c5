package io.fleetgram.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Traffic;
import io.fleetgram.agent.meter.TrafficReporter.Sending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The controller's database comes back from a backup and nobody notices before the next batch is sent. */
class RestoredControllerTest {

    @TempDir
    Path directory;

    private MeteredNode node;

    @BeforeEach
    void start() throws IOException {
        node = new MeteredNode(directory, Ledger.Limits.DEFAULT);
        node.noCoreRuns();
    }

    @Test
    void the_next_batch_is_not_booked_before_what_was_lost() throws IOException {
        batches(2);
        node.controller.backUp();
        batches(3);
        node.controller.restoreBackup();

        node.core.pass("alice.in1", 1, 1);
        node.read();
        assertThat(node.sendWithoutPolling()).isInstanceOf(Sending.Stopped.class);
        assertThat(node.controller.early()).isEqualTo(1);
        assertThat(node.send()).isEqualTo(new Sending.Done(4));

        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(6, 6)));
        assertThat(node.controller.gaps()).isZero();
    }

    @Test
    void batches_of_runs_before_the_last_come_back_too() throws IOException {
        node.controller.backUp();
        batches(2);
        node.restartAgent();
        batches(2);
        node.controller.restoreBackup();

        node.core.pass("alice.in1", 1, 1);
        node.read();
        node.sendWithoutPolling();
        assertThat(node.send()).isEqualTo(new Sending.Done(5));

        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(5, 5)));
        assertThat(node.controller.gaps()).isZero();
    }

    @Test
    void a_second_backup_put_back_while_the_lost_batches_are_sent_again_loses_nothing_either() throws IOException {
        batches(2);
        node.controller.backUp();
        batches(2);
        node.controller.restoreBackup();
        node.reconnect();
        node.core.pass("alice.in1", 1, 1);
        node.read();
        node.controller.next(BookingController.Fault.RESTORED_AFTER);
        assertThat(node.send()).isInstanceOf(Sending.Stopped.class);
        assertThat(node.send()).isInstanceOf(Sending.Done.class);

        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(5, 5)));
        assertThat(node.controller.gaps()).isZero();
    }

    @Test
    void what_the_node_has_no_more_is_a_gap_and_the_rest_is_booked() throws IOException {
        batches(1);
        node.controller.backUp();
        batches(2);
        node.controller.restoreBackup();
        node.die();
        try (Stream<Path> batches = Files.list(node.files.batches())) {
            for (var file : batches.toList()) {
                Files.delete(file);
            }
        }
        node.start();
        node.core.pass("alice.in1", 10, 10);
        node.read();
        assertThat(node.send()).isInstanceOf(Sending.Done.class);

        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(11, 11)));
    }

    @Test
    void a_backup_of_six_days_ago_is_made_whole_though_the_batches_had_waited_for_a_week_before() throws IOException {
        node.core.pass("alice.in1", 7, 7);
        node.read();
        node.pass(Duration.ofHours(1));
        node.core.pass("alice.in1", 1, 1);
        node.read();
        node.controller.backUp();
        node.pass(Duration.ofDays(9));
        node.send();
        for (int day = 0; day < 6; day++) {
            node.pass(Duration.ofDays(1));
            batches(1);
        }
        node.controller.restoreBackup();
        node.reconnect();
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(14, 14)));
    }

    private void batches(int count) throws IOException {
        for (int batch = 0; batch < count; batch++) {
            node.core.pass("alice.in1", 1, 1);
            node.read();
            node.send();
        }
    }
}
