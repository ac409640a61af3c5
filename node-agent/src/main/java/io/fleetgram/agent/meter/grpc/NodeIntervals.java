package io.fleetgram.agent.meter.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.wire.agent.v1.EntryBody;
import io.fleetgram.wire.agent.v1.NodeSettings;
import java.time.Duration;
import java.util.Collection;

/**
 * The intervals that the controller sets for this node.
 *
 * @param meter between two readings of the counters; zero if it leaves that to the agent
 * @param report between two reports; zero if it leaves that to the agent
 */
public record NodeIntervals(Duration meter, Duration report) {

    public static final NodeIntervals UNSET = new NodeIntervals(Duration.ZERO, Duration.ZERO);

    /** Reads the node's own entry; {@link #UNSET} if there is none that can be read. */
    public static NodeIntervals of(Collection<EntryBytes> entries) {
        return entries.stream()
                .filter(entry -> entry.key().startsWith("n/"))
                .findFirst()
                .map(NodeIntervals::of)
                .orElse(UNSET);
    }

    private static NodeIntervals of(EntryBytes entry) {
        try {
            NodeSettings node = EntryBody.parseFrom(entry.body()).getNode();
            return new NodeIntervals(
                    Duration.ofMillis(Integer.toUnsignedLong(node.getMeterIntervalMillis())),
                    Duration.ofMillis(Integer.toUnsignedLong(node.getReportIntervalMillis())));
        } catch (InvalidProtocolBufferException e) {
            return UNSET;
        }
    }
}
