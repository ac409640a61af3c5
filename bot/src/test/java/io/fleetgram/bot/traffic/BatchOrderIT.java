package io.fleetgram.bot.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.wire.agent.v1.OutboundRow;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches that come out of order, and those that a database put back from a copy has lost. T7 by the way: outbounds. */
class BatchOrderIT {

    private static final byte[] EPOCH = new byte[16];
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(30));

    private static TestController controller;
    private static BatchReceiver receiver;
    private static int number;

    @BeforeAll
    static void start() {
        controller = TestController.start();
        receiver = controller.get(BatchReceiver.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void a_batch_before_whose_turn_others_are_kept_is_not_booked_and_told_the_cursor() {
        var node = addNode();
        assertThat(send(node, 1, 1, 1)).isEqualTo(1);

        assertThat(send(node, 3, 3, 100)).isEqualTo(1);
        assertThat(send(node, 2, 2, 10)).isEqualTo(2);
        assertThat(send(node, 3, 3, 100)).isEqualTo(3);

        assertThat(direct(node)).isEqualTo(new Amount(111, 222));
        assertThat(gaps(node)).isEmpty();
    }

    @Test
    void a_database_put_back_before_the_next_poll_gets_what_it_lost_first() {
        var node = addNode();
        for (int batch = 1; batch <= 3; batch++) {
            send(node, batch, batch, 1);
        }
        putBackToTheFirst(node);

        assertThat(send(node, 4, 4, 100)).isEqualTo(1);
        assertThat(send(node, 2, 2, 1)).isEqualTo(2);
        assertThat(send(node, 3, 3, 1)).isEqualTo(3);
        assertThat(send(node, 4, 4, 100)).isEqualTo(4);

        assertThat(direct(node)).isEqualTo(new Amount(103, 206));
        assertThat(gaps(node)).isEmpty();
    }

    @Test
    void what_a_node_keeps_no_more_is_a_gap_that_is_told_once() {
        var node = addNode();
        send(node, 1, 1, 1);

        assertThat(send(node, 5, 2, 10)).isEqualTo(5);
        assertThat(send(node, 5, 2, 10)).isEqualTo(5);

        assertThat(direct(node)).isEqualTo(new Amount(11, 22));
        assertThat(gaps(node)).singleElement().satisfies(gap -> {
            assertThat(gap.expected()).isEqualTo(2);
            assertThat(gap.received()).isEqualTo(5);
        });
    }

    @Test
    void outbounds_of_nodes_are_told_apart_and_most_comes_first() {
        var node = addNode();
        var other = addNode();
        receiver.receive(node, batch(1, outbound("blocked", 1), outbound("direct", 10), outbound("direct", 5)), 1);
        send(other, 1, 1, 1_000);

        assertThat(controller.get(OutboundUsage.class).onNode(new NodeKey(node), LONG_AGO))
                .containsExactly(
                        new OutboundUsage.Through("direct", new Amount(15, 30)),
                        new OutboundUsage.Through("blocked", new Amount(1, 2)));
        assertThat(controller
                        .get(OutboundUsage.class)
                        .onNode(new NodeKey(node), Instant.now().plus(Duration.ofHours(2))))
                .isEmpty();
    }

    private static long send(String node, long sequence, long nothingKeptFrom, long bytes) {
        return receiver.receive(node, batch(sequence, outbound("direct", bytes)), nothingKeptFrom)
                .sequence();
    }

    private static byte[] batch(long sequence, OutboundRow... outbounds) {
        return TrafficBatch.newBuilder()
                .setEpoch(ByteString.copyFrom(EPOCH))
                .setSequence(sequence)
                .addAllOutbounds(List.of(outbounds))
                .build()
                .toByteArray();
    }

    private static OutboundRow outbound(String tag, long bytes) {
        return OutboundRow.newBuilder()
                .setTag(tag)
                .setHour((int) Duration.between(Instant.EPOCH, Instant.now()).toHours())
                .setUplink(bytes)
                .setDownlink(2 * bytes)
                .build();
    }

    /** What a restored backup does to one node, whose first batch counted one byte. */
    private static void putBackToTheFirst(String node) {
        var jdbc = controller.get(JdbcClient.class);
        jdbc.sql("UPDATE traffic_cursor SET sequence = 1 WHERE node_id = (SELECT id FROM node WHERE node_key = ?)")
                .param(node)
                .update();
        jdbc.sql(
                        "UPDATE traffic_outbound_hour SET uplink = 1, downlink = 2 WHERE node_id = (SELECT id FROM node WHERE node_key = ?)")
                .param(node)
                .update();
    }

    private static Amount direct(String node) {
        return controller.get(OutboundUsage.class).onNode(new NodeKey(node), LONG_AGO).stream()
                .map(OutboundUsage.Through::amount)
                .reduce(Amount.NOTHING, CountingNode::plus);
    }

    private static List<TrafficGap> gaps(String node) {
        return controller.events(TrafficGap.class).stream()
                .filter(event -> event.nodeKey().equals(node))
                .toList();
    }

    private static String addNode() {
        var key = new NodeKey("n" + number++);
        controller.get(Nodes.class).add(key, NodeProfile.of("node-" + key, "de1.example.org"), LONG_AGO);
        return key.text();
    }
}
