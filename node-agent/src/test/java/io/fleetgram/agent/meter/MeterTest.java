package io.fleetgram.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.CounterReading;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.agent.meter.BookingController.Fault;
import io.fleetgram.agent.meter.TrafficReporter.Sending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterTest {

    private static final int HOUR_OF_START = 492_322;

    @TempDir
    Path directory;

    private MeteredNode node;

    @BeforeEach
    void start() throws IOException {
        node = new MeteredNode(directory, Ledger.Limits.DEFAULT);
        node.noCoreRuns();
    }

    @Test
    void what_passes_is_booked_once_however_often_it_is_read_and_sent() throws IOException {
        node.core.pass("alice.in1", 10, 100);
        node.read();
        node.read();
        assertThat(node.send()).isEqualTo(new Sending.Done(1));
        node.core.pass("alice.in1", 1, 2);
        node.read();
        assertThat(node.send()).isEqualTo(new Sending.Done(1));
        assertThat(node.send()).isEqualTo(new Sending.Done(0));
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(11, 102)));
    }

    @Test
    void a_lost_answer_is_repeated_with_the_very_bytes_and_books_nothing_twice() throws IOException {
        node.core.pass("alice.in1", 10, 100);
        node.read();
        node.controller.next(Fault.ANSWER_LOST);
        assertThat(node.send()).isInstanceOf(Sending.Stopped.class);
        node.core.pass("alice.in1", 5, 5);
        node.read();
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(15, 105)));
        assertThat(node.controller.received().get(0))
                .isEqualTo(node.controller.received().get(1));
    }

    @Test
    void a_batch_that_was_sealed_before_a_death_is_sent_by_the_next_run_with_the_very_bytes() throws IOException {
        node.core.pass("alice.in1", 10, 100);
        node.read();
        node.controller.next(Fault.ANSWER_LOST);
        node.send();
        node.restartAgent();
        node.core.pass("alice.in1", 5, 5);
        node.read();
        assertThat(node.send()).isEqualTo(new Sending.Done(2));
        assertThat(node.controller.received().get(0))
                .isEqualTo(node.controller.received().get(1));
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(15, 105)));
    }

    @Test
    void after_a_failure_nothing_is_sent_before_the_cursors_are_known_again() throws IOException {
        node.core.pass("alice.in1", 10, 100);
        node.read();
        node.controller.next(Fault.REQUEST_LOST);
        node.send();
        assertThat(node.sendWithoutPolling()).isEqualTo(new Sending.WaitingForCursors());
        assertThat(node.controller.received()).isEmpty();
    }

    @Test
    void while_the_controller_is_away_rows_of_one_hour_merge() throws IOException {
        for (int read = 0; read < 50; read++) {
            node.core.pass("alice.in1", 1, 1);
            node.core.pass("bob.in1", 2, 2);
            node.read();
            node.pass(Duration.ofSeconds(2));
        }
        assertThat(node.ledger().waitingRows()).isEqualTo(2);
        node.send();
        assertThat(node.controller.received()).hasSize(2);
        assertThat(node.controller.byHour())
                .isEqualTo(Map.of(HOUR_OF_START, new Traffic(90, 90), HOUR_OF_START + 1, new Traffic(60, 60)));
    }

    @Test
    void an_agent_that_dies_between_reading_and_sending_loses_nothing() throws IOException {
        node.core.pass("alice.in1", 10, 100);
        node.read();
        node.core.pass("alice.in1", 7, 7);
        node.restartAgent();
        node.core.pass("alice.in1", 1, 1);
        node.read();
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(18, 108)));
    }

    @Test
    void a_core_that_restarts_counts_from_zero_again() throws IOException {
        node.core.pass("alice.in1", 1_000, 1_000);
        node.read();
        node.restartCore();
        node.core.pass("alice.in1", 5, 5);
        node.read();
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(1_005, 1_005)));
        assertThat(node.notices()).isEmpty();
    }

    @Test
    void a_core_that_restarted_while_the_agent_was_dead_counts_from_zero() throws IOException {
        node.core.pass("alice.in1", 1_000, 1_000);
        node.read();
        node.die();
        node.core.restart();
        node.core.pass("alice.in1", 2_000, 2_000);
        node.start();
        node.read();
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(3_000, 3_000)));
    }

    @Test
    void a_reading_of_the_core_before_that_comes_late_is_not_counted_again() throws IOException {
        node.core.pass("alice.in1", 1_000, 1_000);
        node.read();
        var late = (CounterReading.Read) node.core.readCounters();
        node.restartCore();
        node.read();
        assertThat(node.ledger().count(late)).isEqualTo(new Counting.Superseded());
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(1_000, 1_000)));
    }

    @Test
    void a_counter_that_fell_counts_from_zero_and_is_told() throws IOException {
        node.core.pass("alice.in1", 1_000, 10);
        node.read();
        node.core.set("alice.in1", 300, 20);
        node.read();
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(1_300, 20)));
        assertThat(node.notices()).containsExactly("counter-fell");
    }

    @Test
    void without_a_journal_a_running_cores_present_values_are_the_begin_and_that_is_told() throws IOException {
        node.core.pass("alice.in1", 1_000, 1_000);
        node.read();
        node.send();
        node.die();
        Files.delete(node.files.journal());
        node.start();
        node.core.pass("alice.in1", 7, 7);
        node.read();
        node.core.pass("alice.in1", 1, 1);
        node.read();
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(1_001, 1_001)));
        assertThat(node.notices()).containsExactly("counting-begins");
        assertThat(node.ledger().begunBecause()).contains("there was no journal");
    }

    @Test
    void a_journal_put_back_from_a_copy_counts_as_none() throws IOException {
        node.core.pass("alice.in1", 100, 100);
        node.read();
        node.copyDisk();
        node.core.pass("alice.in1", 50, 50);
        node.read();
        node.send();
        node.die();
        node.putBackDisk();
        node.start();
        assertThat(node.ledger().begunBecause()).contains("the journal had been put back from an older copy");
        node.read();
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(150, 150)));
    }

    @Test
    void a_whole_machine_put_back_from_a_copy_books_nothing_twice() throws IOException {
        node.core.pass("alice.in1", 100, 100);
        node.read();
        node.copyDisk();
        node.send();
        node.die();
        node.putBackDisk();
        Files.delete(node.files.position());
        node.core.reboot();
        node.start();
        node.core.pass("alice.in1", 3, 3);
        node.read();
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(103, 103)));
    }

    @Test
    void a_controller_put_back_from_a_copy_gets_what_it_lost_in_order() throws IOException {
        for (int batch = 1; batch <= 6; batch++) {
            node.core.pass("alice.in1", batch, batch);
            node.read();
            node.send();
            if (batch == 2) {
                node.controller.backUp();
            }
            if (batch == 4) {
                node.restartAgent();
            }
        }
        node.controller.restoreBackup();
        node.core.pass("alice.in1", 100, 100);
        node.read();
        node.reconnect();
        assertThat(node.send()).isEqualTo(new Sending.Done(5));
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(121, 121)));
        assertThat(node.controller.gaps()).isZero();
    }

    @Test
    void no_batch_has_more_than_five_thousand_rows() throws IOException {
        for (int account = 0; account < 12_001; account++) {
            node.core.pass("a" + account + ".in1", 1, 1);
        }
        node.read();
        assertThat(node.send()).isEqualTo(new Sending.Done(3));
        assertThat(node.controller.largest()).isEqualTo(5_000);
        assertThat(node.controller.booked()).hasSize(12_001);
    }

    @Test
    void a_core_that_does_not_answer_loses_nothing() throws IOException {
        node.core.pass("alice.in1", 1, 1);
        node.core.beReadable(false);
        node.read();
        node.core.beReadable(true);
        node.read();
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(1, 1)));
    }

    @Test
    void an_account_is_online_for_a_minute_after_its_last_byte() {
        var elapsed = new Duration[] {Duration.ZERO};
        var activity = new Activity(() -> elapsed[0]);
        activity.moved(List.of("alice.in1", "alice.in2", "bob.in1"));
        assertThat(activity.onlineAccounts()).isEqualTo(2);
        elapsed[0] = Duration.ofSeconds(59);
        activity.moved(List.of("bob.in1"));
        elapsed[0] = Duration.ofSeconds(61);
        assertThat(activity.onlineAccounts()).isEqualTo(1);
    }

    @Test
    void the_age_of_a_reading_is_that_of_its_beginning_and_one_that_failed_is_none() throws IOException {
        assertThat(node.activity.readingAge()).isEmpty();
        node.read();
        node.elapsed = Duration.ofSeconds(2);
        assertThat(node.activity.readingAge()).hasValue(Duration.ofSeconds(2));
        node.core.beReadable(false);
        node.read();
        assertThat(node.activity.readingAge()).hasValue(Duration.ofSeconds(2));
    }
}
