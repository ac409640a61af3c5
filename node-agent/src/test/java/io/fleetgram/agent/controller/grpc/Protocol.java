package io.fleetgram.agent.controller.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.wire.agent.v1.Account;
import io.fleetgram.wire.agent.v1.EntryBody;
import io.fleetgram.wire.agent.v1.Inbound;
import io.fleetgram.wire.agent.v1.NoSecurity;
import io.fleetgram.wire.agent.v1.NodeSettings;
import io.fleetgram.wire.agent.v1.TcpTransport;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Makes entries and reads batches as a controller does. */
public final class Protocol {

    private Protocol() {}

    /** A VLESS inbound without encryption on loopback. */
    public static EntryBytes inbound(String key, int port) {
        return new EntryBytes(
                "i/" + key,
                EntryBody.newBuilder()
                        .setInbound(Inbound.newBuilder()
                                .setKey(key)
                                .setTag("in-" + key)
                                .setListen("127.0.0.1")
                                .setPort(port)
                                .setProtocol(io.fleetgram.wire.agent.v1.Protocol.PROTOCOL_VLESS)
                                .setNone(NoSecurity.getDefaultInstance())
                                .setTcp(TcpTransport.getDefaultInstance()))
                        .build()
                        .toByteArray());
    }

    public static EntryBytes account(String account, String inbound, UUID id) {
        return new EntryBytes(
                "a/" + account + "." + inbound,
                EntryBody.newBuilder()
                        .setAccount(Account.newBuilder()
                                .setAccountKey(account)
                                .setInboundKey(inbound)
                                .setUuid(id.toString()))
                        .build()
                        .toByteArray());
    }

    public static EntryBytes node(String node, Duration meter, Duration report) {
        return new EntryBytes(
                "n/" + node,
                EntryBody.newBuilder()
                        .setNode(NodeSettings.newBuilder()
                                .setNodeKey(node)
                                .setMeterIntervalMillis((int) meter.toMillis())
                                .setReportIntervalMillis((int) report.toMillis()))
                        .build()
                        .toByteArray());
    }

    public static Cursor position(byte[] batch) {
        var read = read(batch);
        return new Cursor(Epoch.of(read.getEpoch().toByteArray()), read.getSequence());
    }

    /** Adds up what batches say of each key. */
    public static Map<String, Traffic> totals(List<byte[]> batches) {
        var totals = new TreeMap<String, Traffic>();
        for (var batch : batches) {
            read(batch)
                    .getRowsList()
                    .forEach(row ->
                            totals.merge(row.getKey(), new Traffic(row.getUplink(), row.getDownlink()), Traffic::plus));
        }
        return totals;
    }

    private static TrafficBatch read(byte[] batch) {
        try {
            return TrafficBatch.parseFrom(batch);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not a batch", e);
        }
    }
}
