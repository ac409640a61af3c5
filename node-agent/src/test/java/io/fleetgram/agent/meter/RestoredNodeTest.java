package io.fleetgram.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state folder comes back from yesterday's copy. Yesterday 100 bytes had passed, since then 50 that were reported. */
class RestoredNodeTest {

    @TempDir
    Path directory;

    private MeteredNode node;

    @BeforeEach
    void a_day_passes() throws IOException {
        node = new MeteredNode(directory, Ledger.Limits.DEFAULT);
        node.noCoreRuns();
        node.core.pass("alice.in1", 100, 100);
        node.read();
        node.copyDisk();
        node.send();
        node.pass(Duration.ofDays(1));
        node.core.pass("alice.in1", 50, 50);
        node.read();
        node.send();
        node.die();
    }

    @Test
    void under_a_running_core_counting_goes_on_at_its_present_values() throws IOException {
        node.putBackDisk();
        node.start();
        assertTold("the journal had been put back from an older copy");
        assertCounts(150);
    }

    @Test
    void under_a_running_core_without_the_position_in_memory_too() throws IOException {
        node.putBackDisk();
        Files.delete(node.files.position());
        node.start();
        assertCounts(150);
        assertThat(node.notices()).containsExactly("counting-begins");
    }

    @Test
    void under_a_core_that_was_started_since_the_copy_without_the_position_in_memory_too() throws IOException {
        node.start();
        node.core.restart();
        node.core.pass("alice.in1", 1_000, 1_000);
        node.read();
        node.send();
        node.die();
        node.putBackDisk();
        Files.delete(node.files.position());
        node.start();
        assertCounts(1_150);
    }

    @Test
    void after_a_restart_of_the_machine_the_core_counts_from_zero() throws IOException {
        node.putBackDisk();
        Files.delete(node.files.position());
        node.core.reboot();
        node.core.pass("alice.in1", 5, 5);
        node.start();
        assertThat(node.ledger().begunBecause()).isEmpty();
        assertCounts(155);
        assertThat(node.notices()).isEmpty();
    }

    @Test
    void where_no_core_runs_the_next_one_counts_from_zero_with_or_without_the_position() throws IOException {
        node.putBackDisk();
        Files.delete(node.files.position());
        node.core.restart();
        node.start();
        node.noCoreRuns();
        node.core.pass("alice.in1", 5, 5);
        assertCounts(155);
    }

    @Test
    void a_position_alone_that_is_lost_costs_what_passed_while_no_agent_ran_and_doubles_nothing() throws IOException {
        Files.delete(node.files.position());
        node.core.pass("alice.in1", 9, 9);
        node.start();
        assertCounts(150);
        assertThat(node.notices()).containsExactly("counting-begins");
    }

    private void assertTold(String why) {
        assertThat(node.ledger().begunBecause()).contains(why);
    }

    /** Reads, lets one more byte pass, and expects that every byte from here on is booked. */
    private void assertCounts(long before) throws IOException {
        node.read();
        node.core.pass("alice.in1", 1, 1);
        node.read();
        node.send();
        assertThat(node.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(before + 1, before + 1)));
        assertThat(node.controller.gaps()).isZero();
    }
}
