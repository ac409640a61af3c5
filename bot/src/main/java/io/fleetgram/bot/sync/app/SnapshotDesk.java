package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.sync.IndexMended;
import io.fleetgram.shared.StateHash;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.context.ApplicationEventPublisher;

/** Hands out snapshots, few at once, and holds each against what the process remembers. */
final class SnapshotDesk {

    /** When all places are taken, look again after this time. */
    private static final Duration CROWDED = Duration.ofMillis(100);

    /** A snapshot, or how long to wait before asking again. */
    sealed interface Handed {
        record Here(PollAnswer.Whole answer) implements Handed {}

        record Later(Duration after) implements Handed {}

        /** The database knows no such node. */
        record Nobody() implements Handed {}
    }

    private final StateReader reader;
    private final Tailer tailer;
    private final SnapshotAllowance allowance;
    private final Semaphore places;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    SnapshotDesk(
            StateReader reader,
            Tailer tailer,
            SyncTimings timings,
            InstantSource time,
            ApplicationEventPublisher events) {
        this.reader = reader;
        this.tailer = tailer;
        this.allowance = new SnapshotAllowance(timings.snapshotEvery(), timings.snapshotBurst());
        this.places = new Semaphore(timings.snapshotsAtOnce());
        this.time = time;
        this.events = events;
    }

    Handed take(String node) {
        var delay = allowance.delay(node, time.instant());
        if (!delay.isZero()) {
            return new Handed.Later(delay);
        }
        if (!places.tryAcquire()) {
            return new Handed.Later(CROWDED);
        }
        Optional<Snapshot> read = Optional.empty();
        try {
            read = reader.snapshot(node);
        } finally {
            if (read.isEmpty()) {
                places.release();
            }
        }
        if (read.isEmpty()) {
            return new Handed.Nobody();
        }
        var answer = new PollAnswer.Whole(read.get(), places::release);
        allowance.take(node, time.instant());
        try {
            compare(node, read.get());
        } catch (RuntimeException e) {
            answer.close();
            throw e;
        }
        return new Handed.Here(answer);
    }

    /** The database is right: what the process remembers is read anew if it differs. */
    private void compare(String node, Snapshot snapshot) {
        tailer.catchUp();
        var remembered = tailer.<Optional<StateHash>>ask(index -> index.hashAt(node, snapshot.version()));
        if (remembered.filter(hash -> !hash.equals(snapshot.hash())).isPresent()) {
            tailer.rebuild();
            events.publishEvent(new IndexMended(
                    node,
                    "this controller remembered another state of node %s at version %d than the database has; it read everything anew"
                            .formatted(node, snapshot.version())));
        }
    }
}
