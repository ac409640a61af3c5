package io.fleetgram.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.agent.meter.BookingController.Fault;
import io.fleetgram.agent.meter.TrafficRow.Cell;
import io.fleetgram.agent.meter.grpc.ProtocolBatchFormat;
import io.fleetgram.wire.agent.v1.OutboundRow;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T7: outbounds are counted, journaled and reported as accounts are. */
class OutboundCountingTest {

    @TempDir
    Path directory;

    private MeteredNode node;

    @BeforeEach
    void start() throws IOException {
        node = new MeteredNode(directory, Ledger.Limits.DEFAULT);
        node.noCoreRuns();
    }

    @Test
    void what_leaves_by_an_outbound_is_booked_once_through_deaths_and_restarts() throws IOException {
        node.core.passOut("direct", 10, 100);
        node.read();
        node.controller.next(Fault.ANSWER_LOST);
        node.send();
        node.restartAgent();
        node.core.passOut("direct", 1, 2);
        node.core.passOut("blocked", 3, 0);
        node.read();
        node.restartCore();
        node.core.passOut("direct", 5, 5);
        node.read();
        node.send();

        assertThat(node.controller.booked())
                .isEqualTo(Map.of(
                        OutboundKey.of("direct"), new Traffic(16, 107),
                        OutboundKey.of("blocked"), new Traffic(3, 0)));
    }

    @Test
    void an_outbound_is_no_account_that_is_online() throws IOException {
        node.core.passOut("direct", 10, 100);
        node.core.pass("alice.in1", 10, 100);
        assertThat(node.ledger().count(node.core.read()))
                .isEqualTo(new Counting.Counted(List.of("alice.in1"), List.of()));
    }

    @Test
    void in_a_batch_outbounds_have_rows_of_their_own() throws IOException {
        var rows = List.of(
                new TrafficRow(new Cell(7, "alice.in1"), new Traffic(1, 2)),
                new TrafficRow(new Cell(7, OutboundKey.of("direct")), new Traffic(3, 4)));
        var batch = TrafficBatch.parseFrom(
                new ProtocolBatchFormat().bytes(new Cursor(new Epoch(1, 2), 3), rows, Instant.EPOCH));

        assertThat(batch.getRowsList())
                .containsExactly(io.fleetgram.wire.agent.v1.TrafficRow.newBuilder()
                        .setKey("alice.in1")
                        .setHour(7)
                        .setUplink(1)
                        .setDownlink(2)
                        .build());
        assertThat(batch.getOutboundsList())
                .containsExactly(OutboundRow.newBuilder()
                        .setTag("direct")
                        .setHour(7)
                        .setUplink(3)
                        .setDownlink(4)
                        .build());
    }
}
