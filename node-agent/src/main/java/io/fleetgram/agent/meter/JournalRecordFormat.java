package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.agent.meter.JournalRecord.Counted;
import io.fleetgram.agent.meter.TrafficRow.Cell;
import io.fleetgram.agent.store.RecordLog;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Bytes of {@link JournalRecord}s in a {@link RecordLog}. Numbers are big endian; texts are their length and UTF-8. */
final class JournalRecordFormat {

    private static final byte BEGIN = 1;
    private static final byte EPOCH_OPENED = 2;
    private static final byte BASED = 3;
    private static final byte WAITING = 4;
    private static final byte BATCHES = 5;
    private static final byte COUNTED = 6;
    private static final byte SEALED = 7;
    private static final byte ACKNOWLEDGED = 8;

    private JournalRecordFormat() {}

    static void append(RecordLog log, JournalRecord record) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte type = write(new DataOutputStream(bytes), record);
        log.append(type, bytes.toByteArray());
    }

    private static byte write(DataOutputStream out, JournalRecord record) throws IOException {
        return switch (record) {
            case JournalRecord.Begin begin -> {
                out.writeLong(begin.journal().getMostSignificantBits());
                out.writeLong(begin.journal().getLeastSignificantBits());
                out.writeLong(begin.number());
                yield BEGIN;
            }
            case JournalRecord.EpochOpened opened -> {
                out.write(opened.epoch().bytes());
                yield EPOCH_OPENED;
            }
            case JournalRecord.Based based -> {
                text(out, based.core().text());
                out.writeInt(based.absolutes().size());
                for (var value : based.absolutes().entrySet()) {
                    text(out, value.getKey());
                    traffic(out, value.getValue());
                }
                yield BASED;
            }
            case JournalRecord.Waiting waiting -> {
                out.writeInt(waiting.rows().size());
                for (var row : waiting.rows()) {
                    out.writeInt(row.cell().hour());
                    text(out, row.cell().key());
                    traffic(out, row.bytes());
                }
                yield WAITING;
            }
            case JournalRecord.Batches batches -> {
                cursor(out, batches.lastSealed());
                out.writeLong(batches.lastOrdinal());
                out.writeLong(batches.acknowledgedOrdinal());
                yield BATCHES;
            }
            case Counted counted -> {
                text(out, counted.core().text());
                out.writeInt(counted.hour());
                out.writeInt(counted.steps().size());
                for (var step : counted.steps()) {
                    text(out, step.key());
                    traffic(out, step.from());
                    traffic(out, step.to());
                }
                yield COUNTED;
            }
            case JournalRecord.Sealed sealed -> {
                out.writeLong(sealed.ordinal());
                cursor(out, sealed.position());
                out.writeInt(sealed.rows());
                traffic(out, sealed.sum());
                yield SEALED;
            }
            case JournalRecord.Acknowledged acknowledged -> {
                out.writeLong(acknowledged.ordinal());
                yield ACKNOWLEDGED;
            }
        };
    }

    /** Returns the record; empty if its type is not known, as after going back to an older agent. */
    static Optional<JournalRecord> read(byte type, ByteBuffer in) {
        return Optional.ofNullable(
                switch (type) {
                    case BEGIN -> new JournalRecord.Begin(new UUID(in.getLong(), in.getLong()), in.getLong());
                    case EPOCH_OPENED -> new JournalRecord.EpochOpened(epoch(in));
                    case BASED -> new JournalRecord.Based(CoreIdentity.parse(text(in)), absolutes(in));
                    case WAITING -> new JournalRecord.Waiting(rows(in));
                    case BATCHES -> new JournalRecord.Batches(cursor(in), in.getLong(), in.getLong());
                    case COUNTED -> new Counted(CoreIdentity.parse(text(in)), in.getInt(), steps(in));
                    case SEALED -> new JournalRecord.Sealed(in.getLong(), cursor(in), in.getInt(), traffic(in));
                    case ACKNOWLEDGED -> new JournalRecord.Acknowledged(in.getLong());
                    default -> null;
                });
    }

    private static Map<String, Traffic> absolutes(ByteBuffer in) {
        var values = new HashMap<String, Traffic>();
        for (int left = in.getInt(); left > 0; left--) {
            values.put(text(in), traffic(in));
        }
        return values;
    }

    private static List<TrafficRow> rows(ByteBuffer in) {
        var rows = new ArrayList<TrafficRow>();
        for (int left = in.getInt(); left > 0; left--) {
            rows.add(new TrafficRow(new Cell(in.getInt(), text(in)), traffic(in)));
        }
        return rows;
    }

    private static List<Counted.Step> steps(ByteBuffer in) {
        var steps = new ArrayList<Counted.Step>();
        for (int left = in.getInt(); left > 0; left--) {
            steps.add(new Counted.Step(text(in), traffic(in), traffic(in)));
        }
        return steps;
    }

    private static void cursor(DataOutputStream out, Cursor cursor) throws IOException {
        out.write(cursor.epoch().bytes());
        out.writeLong(cursor.sequence());
    }

    private static Cursor cursor(ByteBuffer in) {
        return new Cursor(epoch(in), in.getLong());
    }

    private static Epoch epoch(ByteBuffer in) {
        return new Epoch(in.getLong(), in.getLong());
    }

    private static void traffic(DataOutputStream out, Traffic traffic) throws IOException {
        out.writeLong(traffic.uplink());
        out.writeLong(traffic.downlink());
    }

    private static Traffic traffic(ByteBuffer in) {
        return new Traffic(in.getLong(), in.getLong());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
