package io.fleetgram.bot.sync.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.fleet.NodeCommand;
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
import java.util.Set;

/** Reads polls and writes their answers. */
final class PollMessages {

    static final int RUN_BYTES = 16;
    static final int EPOCH_BYTES = 16;
    private static final int MOST_EPOCHS = 256;
    private static final int MOST_COMMANDS = 1_000;
    private static final int LONGEST_ID = 24;

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
                HexFormat.of().formatHex(Checked.bytes("agent_run", message.getAgentRun(), RUN_BYTES)),
                taking(message));
    }

    private static PollAsked.Taking taking(PollRequest message) {
        Checked.count("held_commands", message.getHeldCommandsCount(), MOST_COMMANDS);
        message.getHeldCommandsList().forEach(id -> Checked.text("held_commands", id, LONGEST_ID));
        return message.getTakesCommands()
                ? new PollAsked.Taking.AllBut(Set.copyOf(message.getHeldCommandsList()))
                : new PollAsked.Taking.Nothing();
    }

    static List<byte[]> epochs(PollRequest message) {
        Checked.count("epochs", message.getEpochsCount(), MOST_EPOCHS);
        return message.getEpochsList().stream()
                .map(epoch -> Checked.bytes("epochs", epoch, EPOCH_BYTES))
                .toList();
    }

    static PollExtras extras(Instant now, List<BatchReceiver.Position> positions, List<NodeCommand> commands) {
        return PollExtras.newBuilder()
                .setControllerTimeMillis(now.toEpochMilli())
                .addAllCursors(positions.stream().map(PollMessages::cursor).toList())
                .addAllCommands(commands.stream().map(CommandMessages::command).toList())
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
