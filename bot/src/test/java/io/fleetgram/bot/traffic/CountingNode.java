package io.fleetgram.bot.traffic;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import io.fleetgram.wire.agent.v1.TrafficRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A node that seals batches of made-up traffic, remembers what it counted, and sends as badly as it can. */
final class CountingNode {

    private final String node;
    private final List<String> users;
    private final Random random;
    private final Map<String, Amount> counted = new HashMap<>();
    private final List<byte[]> sealed = new ArrayList<>();
    private byte[] epoch = new byte[16];
    private long sequence;
    private int acknowledged;

    CountingNode(String node, List<String> users, long seed) {
        this.node = node;
        this.users = users;
        this.random = new Random(seed);
        restart();
    }

    String node() {
        return node;
    }

    Map<String, Amount> counted() {
        return counted;
    }

    /** A new epoch; batches that were sealed keep theirs. */
    void restart() {
        epoch = new byte[16];
        random.nextBytes(epoch);
        sequence = 0;
    }

    void seal(int hour) {
        var batch =
                TrafficBatch.newBuilder().setEpoch(ByteString.copyFrom(epoch)).setSequence(++sequence);
        for (int i = 0; i <= random.nextInt(20); i++) {
            var user = users.get(random.nextInt(users.size()));
            var amount = new Amount(random.nextInt(1_000_000), random.nextInt(50_000_000));
            batch.addRows(TrafficRow.newBuilder()
                    .setKey(user)
                    .setHour(hour - random.nextInt(3))
                    .setUplink(amount.uplink())
                    .setDownlink(amount.downlink()));
            counted.merge(user, amount, CountingNode::plus);
        }
        sealed.add(batch.build().toByteArray());
    }

    /** Sends what is not acknowledged, in order; some answers get lost, and old batches come again in between. */
    void send(BatchReceiver receiver) {
        while (acknowledged < sealed.size()) {
            if (acknowledged > 0 && random.nextInt(3) == 0) {
                receiver.receive(node, sealed.get(random.nextInt(acknowledged)), 0);
            }
            receiver.receive(node, sealed.get(acknowledged), 0);
            boolean answerLost = random.nextInt(3) == 0;
            acknowledged += answerLost ? 0 : 1;
        }
    }

    static Amount plus(Amount one, Amount other) {
        return new Amount(one.uplink() + other.uplink(), one.downlink() + other.downlink());
    }
}
