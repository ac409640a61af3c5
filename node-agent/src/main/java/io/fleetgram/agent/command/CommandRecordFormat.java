package io.fleetgram.agent.command;

import io.fleetgram.agent.controller.Command;
import io.fleetgram.agent.controller.CommandFile;
import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.Order;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** Records of the command journal as bytes. Types and names of orders are never used for something else. */
final class CommandRecordFormat {

    private static final byte RECEIVED = 1;
    private static final byte BEGUN = 2;
    private static final byte ENDED = 3;
    private static final byte TOLD = 4;

    private CommandRecordFormat() {}

    static byte type(CommandRecord record) {
        return switch (record) {
            case CommandRecord.Received received -> RECEIVED;
            case CommandRecord.Begun begun -> BEGUN;
            case CommandRecord.Ended ended -> ENDED;
            case CommandRecord.Told told -> TOLD;
        };
    }

    static byte[] payload(CommandRecord record) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeUTF(record.id());
        switch (record) {
            case CommandRecord.Received received -> {
                out.writeLong(received.at().toEpochMilli());
                out.writeUTF(received.command().trace());
                write(received.command().order(), out);
            }
            case CommandRecord.Ended ended -> write(ended.end(), out);
            case CommandRecord.Begun begun -> {}
            case CommandRecord.Told told -> {}
        }
        return bytes.toByteArray();
    }

    /** Returns empty if the bytes are none of ours. */
    static Optional<CommandRecord> read(byte type, ByteBuffer payload) throws IOException {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        var id = in.readUTF();
        return switch (type) {
            case RECEIVED -> {
                var at = Instant.ofEpochMilli(in.readLong());
                yield Optional.of(new CommandRecord.Received(new Command(id, in.readUTF(), order(in)), at));
            }
            case BEGUN -> Optional.of(new CommandRecord.Begun(id));
            case ENDED -> Optional.of(new CommandRecord.Ended(id, end(in)));
            case TOLD -> Optional.of(new CommandRecord.Told(id));
            default -> Optional.empty();
        };
    }

    private static void write(Order order, DataOutputStream out) throws IOException {
        out.writeUTF(
                switch (order) {
                    case Order.CoreStart start -> "core-start";
                    case Order.CoreStop stop -> "core-stop";
                    case Order.CoreRestart restart -> "core-restart";
                    case Order.Logs logs -> "logs";
                    case Order.Configuration configuration -> "configuration";
                    case Order.Statistics statistics -> "statistics";
                    case Order.Resync resync -> "resync";
                    case Order.Unknown unknown -> "unknown";
                });
        if (order instanceof Order.Logs logs) {
            out.writeInt(logs.lines());
        }
    }

    private static Order order(DataInputStream in) throws IOException {
        return switch (in.readUTF()) {
            case "core-start" -> new Order.CoreStart();
            case "core-stop" -> new Order.CoreStop();
            case "core-restart" -> new Order.CoreRestart();
            case "logs" -> new Order.Logs(in.readInt());
            case "configuration" -> new Order.Configuration();
            case "statistics" -> new Order.Statistics();
            case "resync" -> new Order.Resync();
            default -> new Order.Unknown();
        };
    }

    private static void write(CommandWord.End end, DataOutputStream out) throws IOException {
        out.writeUTF(
                switch (end) {
                    case CommandWord.Done done -> "done";
                    case CommandWord.Failed failed -> "failed";
                    case CommandWord.Lost lost -> "lost";
                });
        out.writeUTF(end.text());
        out.writeBoolean(end.file().isPresent());
        if (end.file().isPresent()) {
            var file = end.file().get();
            out.writeUTF(file.name());
            out.writeInt(file.content().length);
            out.write(file.content());
        }
    }

    private static CommandWord.End end(DataInputStream in) throws IOException {
        var how = in.readUTF();
        var text = in.readUTF();
        var file = Optional.<CommandFile>empty();
        if (in.readBoolean()) {
            var name = in.readUTF();
            file = Optional.of(new CommandFile(name, in.readNBytes(in.readInt())));
        }
        return switch (how) {
            case "done" -> new CommandWord.Done(text, file);
            case "failed" -> new CommandWord.Failed(text);
            default -> new CommandWord.Lost(text);
        };
    }
}
