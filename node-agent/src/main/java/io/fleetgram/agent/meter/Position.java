package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.agent.meter.JournalRecord.Counted;
import io.fleetgram.agent.meter.TrafficRow.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the records of a journal add up to. Changes by replaying records and in no other way. */
final class Position {

    private final Map<String, Traffic> absolutes = new HashMap<>();
    private final TreeMap<Cell, Traffic> waiting = new TreeMap<>();
    private @Nullable UUID journal;
    private @Nullable CoreIdentity core;
    private Cursor lastSealed = new Cursor(new Epoch(0, 0), 0);
    private long number;
    private long lastOrdinal;
    private long acknowledgedOrdinal;

    Optional<UUID> journal() {
        return Optional.ofNullable(journal);
    }

    /** Returns how many records this journal has had, over all its files. */
    long number() {
        return number;
    }

    /** Returns the run of the core that the absolute values belong to; empty before the first reading. */
    Optional<CoreIdentity> core() {
        return Optional.ofNullable(core);
    }

    /** Returns the value that the next reading of this run of the core is compared with. */
    Traffic absolute(CoreIdentity of, String key) {
        return of.equals(core) ? absolutes.getOrDefault(key, Traffic.NONE) : Traffic.NONE;
    }

    Epoch epoch() {
        return lastSealed.epoch();
    }

    Cursor lastSealed() {
        return lastSealed;
    }

    long lastOrdinal() {
        return lastOrdinal;
    }

    long acknowledgedOrdinal() {
        return acknowledgedOrdinal;
    }

    int waitingRows() {
        return waiting.size();
    }

    /** Returns the first rows that wait to be sealed, at most this many. */
    List<TrafficRow> waiting(int most) {
        return waiting.entrySet().stream()
                .limit(most)
                .map(row -> new TrafficRow(row.getKey(), row.getValue()))
                .toList();
    }

    /** Says whether rows of an hour before this one wait to be sealed. */
    boolean waitsFromBefore(int hour) {
        return !waiting.isEmpty() && waiting.firstKey().hour() < hour;
    }

    /** Takes over what the record says; false if it does not fit what came before, and then nothing was taken over. */
    boolean replay(JournalRecord record) {
        boolean fits = switch (record) {
            case JournalRecord.Begin begin -> begin(begin);
            case JournalRecord.EpochOpened opened -> {
                lastSealed = new Cursor(opened.epoch(), 0);
                yield true;
            }
            case JournalRecord.Based based -> {
                core = based.core();
                absolutes.clear();
                absolutes.putAll(based.absolutes());
                yield true;
            }
            case JournalRecord.Waiting rows -> {
                rows.rows().forEach(row -> waiting.merge(row.cell(), row.bytes(), Traffic::plus));
                yield true;
            }
            case JournalRecord.Batches batches -> {
                lastSealed = batches.lastSealed();
                lastOrdinal = batches.lastOrdinal();
                acknowledgedOrdinal = batches.acknowledgedOrdinal();
                yield true;
            }
            case Counted counted -> count(counted);
            case JournalRecord.Sealed sealed -> seal(sealed);
            case JournalRecord.Acknowledged acknowledged -> {
                acknowledgedOrdinal = Math.max(acknowledgedOrdinal, Math.min(acknowledged.ordinal(), lastOrdinal));
                yield true;
            }
        };
        number += fits ? 1 : 0;
        return fits;
    }

    /** Returns records that add up to this position, for the next file of the same journal. */
    List<JournalRecord> carriedOver(UUID id) {
        var records = new ArrayList<JournalRecord>();
        records.add(new JournalRecord.Begin(id, number));
        records.add(new JournalRecord.Batches(lastSealed, lastOrdinal, acknowledgedOrdinal));
        core().ifPresent(present -> records.add(new JournalRecord.Based(present, Map.copyOf(absolutes))));
        records.add(new JournalRecord.Waiting(waiting(Integer.MAX_VALUE)));
        return records;
    }

    private boolean begin(JournalRecord.Begin begin) {
        if (journal != null) {
            return false;
        }
        journal = begin.journal();
        number = begin.number();
        return true;
    }

    private boolean count(Counted counted) {
        if (!counted.steps().stream().allMatch(step -> continues(counted.core(), step))) {
            return false;
        }
        if (!counted.core().equals(core)) {
            core = counted.core();
            absolutes.clear();
        }
        for (var step : counted.steps()) {
            absolutes.put(step.key(), step.to());
            if (!step.bytes().equals(Traffic.NONE)) {
                waiting.merge(new Cell(counted.hour(), step.key()), step.bytes(), Traffic::plus);
            }
        }
        return true;
    }

    private boolean continues(CoreIdentity of, Counted.Step step) {
        var known = absolute(of, step.key());
        return continues(known.uplink(), step.from().uplink(), step.to().uplink())
                && continues(known.downlink(), step.from().downlink(), step.to().downlink());
    }

    private static boolean continues(long known, long from, long to) {
        return to >= from && (from == known || (from == 0 && to < known));
    }

    private boolean seal(JournalRecord.Sealed sealed) {
        var rows = waiting(sealed.rows());
        var sum = rows.stream().map(TrafficRow::bytes).reduce(Traffic.NONE, Traffic::plus);
        if (sealed.ordinal() != lastOrdinal + 1 || rows.size() != sealed.rows() || !sum.equals(sealed.sum())) {
            return false;
        }
        rows.forEach(row -> waiting.remove(row.cell()));
        lastOrdinal = sealed.ordinal();
        lastSealed = sealed.position();
        return true;
    }
}
