package io.fleetgram.agent.meter.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.meter.BatchFormat;
import io.fleetgram.agent.meter.OutboundKey;
import io.fleetgram.wire.agent.v1.OutboundRow;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import io.fleetgram.wire.agent.v1.TrafficRow;
import java.time.Instant;
import java.util.List;

/** Writes a batch as a serialized {@code TrafficBatch}. */
public final class ProtocolBatchFormat implements BatchFormat {

    @Override
    public byte[] bytes(Cursor position, List<io.fleetgram.agent.meter.TrafficRow> rows, Instant sealedAt) {
        var batch = TrafficBatch.newBuilder()
                .setEpoch(ByteString.copyFrom(position.epoch().bytes()))
                .setSequence(position.sequence())
                .setSealedAtMillis(sealedAt.toEpochMilli());
        for (var row : rows) {
            OutboundKey.tag(row.cell().key())
                    .ifPresentOrElse(
                            tag -> batch.addOutbounds(OutboundRow.newBuilder()
                                    .setTag(tag)
                                    .setHour(row.cell().hour())
                                    .setUplink(row.bytes().uplink())
                                    .setDownlink(row.bytes().downlink())),
                            () -> batch.addRows(TrafficRow.newBuilder()
                                    .setKey(row.cell().key())
                                    .setHour(row.cell().hour())
                                    .setUplink(row.bytes().uplink())
                                    .setDownlink(row.bytes().downlink())));
        }
        return batch.build().toByteArray();
    }
}
