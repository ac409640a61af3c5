package io.fleetgram.bot.sync.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.bot.sync.app.PollAsked;
import io.fleetgram.bot.sync.index.Verdict;
import io.fleetgram.shared.StateHash;
import io.fleetgram.wire.agent.v1.Cursor;
import io.fleetgram.wire.agent.v1.Delta;
import io.fleetgram.wire.agent.v1.Entry;
import io.fleetgram.wire.agent.v1.PollExtras;
import io.fleetgram.wire.agent.v1.PollRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Reads polls and writes their answers. */
final class PollMessages {

    static final int RUN_BYTES = 16;
    static final int EPOCH_BYTES = 16;
    private static final int MOST_EPOCHS = 256;

    private PollMessages() {}

    static PollAsked asked(String node, PollRequest message) {
        if (!message.getStoredHash().isEmpty()) {
            Checked.bytes("stored_hash", message.getStoredHash(), StateHash.BYTES);
        }
        return new PollAsked(
                node,
                Checked.number("stored_version", message.getStoredVersion()),
                StateHash.fromBytes(message.getStoredHash().toByteArray()),
                Duration.ofMillis(Integer.toUnsignedLong(message.getWaitMillis())),
                HexFormat.of().formatHex(Checked.bytes("agent_run", message.getAgentRun(), RUN_BYTES)));
    }

    static List<byte[]> epochs(PollRequest message) {
        Checked.count("epochs", message.getEpochsCount(), MOST_EPOCHS);
        return message.getEpochsList().stream()
                .map(epoch -> Checked.bytes("epochs", epoch, EPOCH_BYTES))
                .toList();
    }

    static PollExtras extras(Instant now, List<BatchReceiver.Position> positions) {
        return PollExtras.newBuilder()
                .setControllerTimeMillis(now.toEpochMilli())
                .addAllCursors(positions.stream().map(PollMessages::cursor).toList())
                .build();
    }

    static Cursor cursor(BatchReceiver.Position position) {
        return Cursor.newBuilder()
                .setEpoch(ByteString.copyFrom(position.epoch()))
                .setSequence(position.sequence())
                .build();
    }

    static Delta delta(Verdict.Changes changes) {
        return Delta.newBuilder()
                .setVersion(changes.version())
                .setHash(ByteString.copyFrom(changes.hash().toBytes()))
                .addAllPut(changes.put().stream().map(PollMessages::entry).toList())
                .addAllRemove(changes.remove())
                .build();
    }

    static Entry entry(StateEntry entry) {
        return Entry.newBuilder()
                .setKey(entry.key().text())
                .setBody(ByteString.copyFrom(entry.body()))
                .build();
    }
}
