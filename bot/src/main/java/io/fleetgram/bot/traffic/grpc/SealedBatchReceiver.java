package io.fleetgram.bot.traffic.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.bot.traffic.SealedBatch;
import io.fleetgram.bot.traffic.TrafficLedger;
import io.fleetgram.bot.traffic.app.BatchIngest;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads sealed batches. Only their form is checked here: what they hold is never a reason to refuse one. */
@Component
final class SealedBatchReceiver implements BatchReceiver {

    private final BatchIngest ingest;
    private final TrafficLedger ledger;

    SealedBatchReceiver(BatchIngest ingest, TrafficLedger ledger) {
        this.ingest = ingest;
        this.ledger = ledger;
    }

    @Override
    public Position receive(String nodeKey, byte[] sealedBatch, long nothingKeptFrom) {
        var batch = read(sealedBatch);
        return new Position(batch.epoch().bytes(), ingest.take(nodeKey, batch, nothingKeptFrom));
    }

    @Override
    public List<Position> positions(String nodeKey, List<byte[]> epochs) {
        return epochs.stream()
                .flatMap(epoch -> ledger.position(nodeKey, SealedBatch.Epoch.of(epoch)).stream()
                        .map(sequence -> new Position(epoch, sequence)))
                .toList();
    }

    private static SealedBatch read(byte[] bytes) {
        TrafficBatch message;
        try {
            message = TrafficBatch.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new CallRefused(AgentError.INVALID_REQUEST, "batch is no TrafficBatch");
        }
        if (message.getEpoch().size() != SealedBatch.Epoch.BYTES) {
            throw new CallRefused(AgentError.INVALID_REQUEST, "batch.epoch has 16 bytes");
        }
        if (message.getSequence() < 1) {
            throw new CallRefused(AgentError.INVALID_REQUEST, "batch.sequence begins with 1");
        }
        return new SealedBatch(
                SealedBatch.Epoch.of(message.getEpoch().toByteArray()),
                message.getSequence(),
                SealedBatch.Digest.of(sha256(bytes)),
                message.getRowsList().stream()
                        .map(row -> new SealedBatch.Row(
                                row.getKey(), hour(row.getHour()), row.getUplink(), row.getDownlink()))
                        .toList(),
                message.getOutboundsList().stream()
                        .map(row -> new SealedBatch.OutboundRow(
                                row.getTag(), hour(row.getHour()), row.getUplink(), row.getDownlink()))
                        .toList());
    }

    /** An unsigned number that is larger than any hour becomes the latest one there is. */
    private static int hour(int unsigned) {
        return unsigned < 0 ? Integer.MAX_VALUE : unsigned;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
