package io.fleetgram.agent.store;

import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.shared.StateHash;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Bytes of {@link StateRecord}s in a {@link RecordLog}. Numbers are big endian; keys and bodies are their length and their
 * bytes.
 */
final class StateRecordFormat {

    private static final byte SNAPSHOT_ENTRY = 1;
    private static final byte SNAPSHOT_END = 2;
    private static final byte DELTA = 3;
    private static final byte VERSION = 4;
    private static final byte APPLIED = 5;

    private StateRecordFormat() {}

    static void append(RecordLog log, StateRecord record) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        byte type = switch (record) {
            case StateRecord.SnapshotEntry put -> {
                write(out, put.entry());
                yield SNAPSHOT_ENTRY;
            }
            case StateRecord.SnapshotEnd end -> {
                out.writeLong(end.version());
                out.write(end.hash().toBytes());
                yield SNAPSHOT_END;
            }
            case StateRecord.Delta delta -> {
                write(out, delta);
                yield DELTA;
            }
            case StateRecord.Version next -> {
                out.writeLong(next.version());
                yield VERSION;
            }
            case StateRecord.Applied applied -> {
                out.writeLong(applied.version());
                yield APPLIED;
            }
        };
        log.append(type, bytes.toByteArray());
    }

    /** Returns the record; empty if its type is not known, as after going back to an older agent. */
    static Optional<StateRecord> read(byte type, ByteBuffer in) {
        return Optional.ofNullable(
                switch (type) {
                    case SNAPSHOT_ENTRY -> new StateRecord.SnapshotEntry(entry(in));
                    case SNAPSHOT_END -> new StateRecord.SnapshotEnd(in.getLong(), hash(in));
                    case DELTA -> delta(in);
                    case VERSION -> new StateRecord.Version(in.getLong());
                    case APPLIED -> new StateRecord.Applied(in.getLong());
                    default -> null;
                });
    }

    private static void write(DataOutputStream out, StateRecord.Delta delta) throws IOException {
        out.writeLong(delta.version());
        out.write(delta.hash().toBytes());
        out.writeInt(delta.put().size());
        for (var entry : delta.put()) {
            write(out, entry);
        }
        out.writeInt(delta.remove().size());
        for (var key : delta.remove()) {
            out.writeUTF(key);
        }
    }

    private static StateRecord.Delta delta(ByteBuffer in) {
        long version = in.getLong();
        var hash = hash(in);
        var put = new ArrayList<EntryBytes>();
        for (int left = in.getInt(); left > 0; left--) {
            put.add(entry(in));
        }
        var remove = new ArrayList<String>();
        for (int left = in.getInt(); left > 0; left--) {
            remove.add(key(in));
        }
        return new StateRecord.Delta(version, hash, put, remove);
    }

    private static void write(DataOutputStream out, EntryBytes entry) throws IOException {
        out.writeUTF(entry.key());
        out.writeInt(entry.body().length);
        out.write(entry.body());
    }

    private static EntryBytes entry(ByteBuffer in) {
        String key = key(in);
        byte[] body = new byte[in.getInt()];
        in.get(body);
        return new EntryBytes(key, body);
    }

    /** Keys are ASCII (see EntryKey), whose modified UTF-8 is the same bytes. */
    private static String key(ByteBuffer in) {
        byte[] name = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(name);
        return new String(name, StandardCharsets.UTF_8);
    }

    private static StateHash hash(ByteBuffer in) {
        byte[] hash = new byte[StateHash.BYTES];
        in.get(hash);
        return StateHash.fromBytes(hash);
    }
}
