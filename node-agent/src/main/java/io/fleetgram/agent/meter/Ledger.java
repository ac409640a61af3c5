package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CounterReading;
import io.fleetgram.agent.meter.JournalRecord.Counted;
import io.fleetgram.agent.store.AtomicFile;
import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Journal and batches together: what was read goes in, sealed batches come out, and every byte does so once.
 *
 * <p>Rows that an earlier run left unsealed are sealed at opening, under that run's epoch and its next number. If this disk
 * was put back from a copy, that number is one that the controller has already seen, and the batch changes nothing there.
 * What this run counts belongs to its own epoch.
 *
 * <p>May be used by several threads at once; readings must come in the order in which they were made.
 */
public final class Ledger implements Closeable {

    /**
     * Sizes.
     *
     * @param rows most in one batch
     * @param rewriteAbove bytes below which the journal is not rewritten
     */
    record Limits(int rows, BatchLog.Keep keep, long rewriteAbove) {

        static final Limits DEFAULT = new Limits(5_000, BatchLog.Keep.DEFAULT, 4 << 20);
    }

    private static final CoreIdentity NO_CORE = new CoreIdentity("none", 0, 0);

    private final ReentrantLock lock = new ReentrantLock();
    private final Journal journal;
    private final BatchLog batches;
    private final Sealer sealer;
    private final InstantSource controllerTime;
    private final Optional<String> begunBecause;
    private final Set<CoreIdentity> gone = new HashSet<>();
    private boolean unmarked;

    private Ledger(Journal.Opening opening, BatchLog batches, Sealer sealer, InstantSource time) {
        this.journal = opening.journal();
        this.batches = batches;
        this.sealer = sealer;
        this.controllerTime = time;
        this.begunBecause =
                opening instanceof Journal.Opening.Begun begun ? Optional.of(begun.why()) : Optional.empty();
        this.unmarked = opening instanceof Journal.Opening.Continued continued && !continued.marked();
    }

    /** Opens the ledger for one run of the agent, which this epoch names. */
    public static Ledger open(LedgerFiles files, BatchFormat format, InstantSource controllerTime, Epoch epoch)
            throws IOException {
        return open(files, format, controllerTime, epoch, Limits.DEFAULT);
    }

    static Ledger open(LedgerFiles files, BatchFormat format, InstantSource time, Epoch epoch, Limits limits)
            throws IOException {
        var batches = BatchLog.open(files.batches(), limits.keep());
        long last = batches.lastOrdinal().orElse(0);
        var place = new Journal.Place(
                files.journal(), new PositionFile(files.position()), AtomicFile::syncDirectory, limits.rewriteAbove());
        var opening = Journal.open(
                place,
                new UUID(epoch.high(), epoch.low()),
                new JournalRecord.Batches(new Cursor(epoch, 0), last, last));
        var sealer = new Sealer(opening.journal(), batches, format, time, limits.rows());
        var ledger = new Ledger(opening, batches, sealer, time);
        batches.cutAbove(ledger.journal.position().lastOrdinal());
        while (sealer.seal().isPresent()) {}
        ledger.journal.append(List.of(new JournalRecord.EpochOpened(epoch)));
        return ledger;
    }

    /** Returns why the journal of the run before does not count; empty if it goes on. */
    public Optional<String> begunBecause() {
        return begunBecause;
    }

    /** Notes that no core runs now: whichever starts next, all that it counts is to be counted. */
    public void noCoreRuns() throws IOException {
        lock.lock();
        try {
            if (journal.position().core().isEmpty()) {
                append(new JournalRecord.Based(NO_CORE, Map.of()));
            }
            unmarked = false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Counts what has passed since the reading before; durable on return. Rows of hours that are over are sealed then: while
     * the controller is away what waits in memory and journal is never more than one hour's.
     */
    public Counting count(CounterReading.Read read) throws IOException {
        lock.lock();
        try {
            if (gone.contains(read.core())) {
                return new Counting.Superseded();
            }
            var before = journal.position().core();
            if (before.isEmpty() || isPutBack(before.get(), read.core())) {
                return base(read);
            }
            unmarked = false;
            var steps = new CounterSteps(journal.position(), read);
            boolean otherRun = !before.get().equals(read.core());
            int hour = hour();
            if (otherRun || !steps.all().isEmpty()) {
                append(new Counted(read.core(), hour, steps.all()));
            }
            if (otherRun) {
                gone.add(before.get());
            }
            sealer.sealBefore(hour);
            return new Counting.Counted(steps.movedUsers(), steps.fallen());
        } finally {
            lock.unlock();
        }
    }

    /**
     * The position in memory outlives everything but the machine's restart. If it is missing and the machine has not
     * restarted since this journal's last reading, somebody took it away, and nothing tells whether the journal is a copy.
     */
    private boolean isPutBack(CoreIdentity known, CoreIdentity running) {
        return unmarked && known.bootId().equals(running.bootId());
    }

    private Counting base(CounterReading.Read read) throws IOException {
        var absolutes = new HashMap<>(read.users());
        absolutes.putAll(OutboundKey.keyed(read.outbounds()));
        append(new JournalRecord.Based(read.core(), Map.copyOf(absolutes)));
        unmarked = false;
        return new Counting.Based(absolutes.size());
    }

    /** Returns the oldest batch that is not acknowledged; if there is none, seals what waits. */
    public Optional<SealedBatch> nextToSend() throws IOException {
        lock.lock();
        try {
            long last = journal.position().lastOrdinal();
            var sealed = batches.next(journal.position().acknowledgedOrdinal(), Map.of())
                    .filter(batch -> batch.ordinal() <= last);
            return sealed.isPresent() ? sealed : sealer.seal();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the first batch after one ordinal and up to another that lies above the controller's cursors. */
    public Optional<SealedBatch> lostByController(long after, long upTo, Map<Epoch, Long> cursors) throws IOException {
        lock.lock();
        try {
            boolean anything = batches.epochs().entrySet().stream()
                    .anyMatch(epoch -> epoch.getValue() > cursors.getOrDefault(epoch.getKey(), 0L));
            return anything ? batches.next(after, cursors).filter(batch -> batch.ordinal() <= upTo) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the ordinal of the last batch that the controller has; 0 if it has none. */
    public long acknowledgedOrdinal() {
        lock.lock();
        try {
            return journal.position().acknowledgedOrdinal();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the controller has this batch and all before it. */
    public void acknowledge(SealedBatch batch) throws IOException {
        lock.lock();
        try {
            if (batch.ordinal() > journal.position().acknowledgedOrdinal()) {
                append(new JournalRecord.Acknowledged(batch.ordinal()));
                batches.acknowledged(batch.ordinal(), controllerTime.instant());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns the epochs of which batches are kept, oldest first. */
    public List<Epoch> keptEpochs() throws IOException {
        lock.lock();
        try {
            return List.copyOf(batches.epochs().keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many rows wait to be sealed. */
    public int waitingRows() {
        lock.lock();
        try {
            return journal.position().waitingRows();
        } finally {
            lock.unlock();
        }
    }

    private void append(JournalRecord record) throws IOException {
        journal.append(List.of(record));
    }

    private int hour() {
        return (int) TimeUnit.SECONDS.toHours(controllerTime.instant().getEpochSecond());
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            journal.close();
            batches.close();
        } finally {
            lock.unlock();
        }
    }
}
