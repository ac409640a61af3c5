package io.fleetgram.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine was cloned, and both report as one node: what both count is booked, and nothing twice. */
class TwoAgentsTest {

    @TempDir
    Path directory;

    private MeteredNode original;

    @BeforeEach
    void start() throws IOException {
        original = new MeteredNode(directory.resolve("original"), Ledger.Limits.DEFAULT);
        original.noCoreRuns();
        original.core.pass("alice.in1", 100, 100);
        original.read();
    }

    @Test
    void rows_that_the_clone_took_along_are_booked_once() throws IOException {
        original.die();
        var clone = original.cloneTo(directory.resolve("clone"), 8);
        original.start();
        clone.noCoreRuns();
        original.core.pass("alice.in1", 1, 1);
        clone.core.pass("alice.in1", 10, 10);
        original.read();
        clone.read();
        original.send();
        clone.send();
        original.send();

        assertThat(original.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(111, 111)));
        assertThat(original.controller.gaps()).isZero();
    }

    @Test
    void a_clone_of_a_running_agent_never_doubles_and_what_it_displaces_is_told_as_an_altered_batch()
            throws IOException {
        var clone = original.cloneTo(directory.resolve("clone"), 8);
        clone.noCoreRuns();
        clone.send();
        original.core.pass("alice.in1", 1, 1);
        original.read();
        original.send();
        original.core.pass("alice.in1", 10, 10);
        original.read();
        original.send();

        assertThat(original.controller.booked()).isEqualTo(Map.of("alice.in1", new Traffic(110, 110)));
        assertThat(original.controller.altered()).isEqualTo(1);
    }
}
