package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.Controller;
import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.CursorKeeper;
import io.fleetgram.agent.controller.Epoch;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends sealed batches, one at a time and in their order.
 *
 * <p>Nothing is sent before the controller has said how far it has come in each epoch, at the agent's start and again after
 * every failure: a controller whose database was put back from a copy must get what it lost before anything newer, or
 * the newer would make the older look like a repeat. With each batch goes the cursor as it is known here, so that a
 * controller that was put back since then answers with its own cursor, and nothing newer is booked.
 */
public final class TrafficReporter implements CursorKeeper {

    /** How an attempt to send all there is ended. */
    public sealed interface Sending {

        /** Everything that was there is acknowledged. */
        record Done(int batches) implements Sending {}

        /** Cursors are not known yet; they come with the next poll. */
        record WaitingForCursors() implements Sending {}

        /** A batch did not get through; it stays first. */
        record Stopped(Answer<Cursor> answer) implements Sending {}
    }

    /**
     * The controller's cursors, and how far what it lost was sent again.
     *
     * @param resent ordinal of the last batch that was sent again, or needed not be
     * @param acknowledged ordinal of the last batch that was acknowledged when the cursors came
     */
    private record Known(Map<Epoch, Long> cursors, long resent, long acknowledged) {

        long cursor(Epoch epoch) {
            return cursors.getOrDefault(epoch, 0L);
        }

        Known with(Cursor cursor) {
            var moved = new HashMap<>(cursors);
            moved.put(cursor.epoch(), cursor.sequence());
            return new Known(Map.copyOf(moved), resent, acknowledged);
        }

        Known resentUpTo(long ordinal) {
            return new Known(cursors, ordinal, acknowledged);
        }
    }

    /** Most epochs that are asked about; older ones are of an agent that was restarted that often in seven days. */
    private static final int MOST_EPOCHS = 256;

    private static final Logger LOG = System.getLogger(TrafficReporter.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final Controller controller;
    private final Ledger ledger;
    private Optional<Known> known = Optional.empty();

    public TrafficReporter(Controller controller, Ledger ledger) {
        this.controller = controller;
        this.ledger = ledger;
    }

    @Override
    public boolean waitsForCursors() {
        return known().isEmpty();
    }

    @Override
    public List<Epoch> epochsToAskFor() throws IOException {
        if (!waitsForCursors()) {
            return List.of();
        }
        var kept = ledger.keptEpochs();
        return List.copyOf(kept.subList(Math.max(0, kept.size() - MOST_EPOCHS), kept.size()));
    }

    @Override
    public void cursors(Collection<Cursor> cursors) {
        long acknowledged = ledger.acknowledgedOrdinal();
        var byEpoch = new HashMap<Epoch, Long>();
        cursors.forEach(cursor -> byEpoch.put(cursor.epoch(), cursor.sequence()));
        lock.lock();
        try {
            if (known.isEmpty()) {
                known = Optional.of(new Known(Map.copyOf(byEpoch), 0, acknowledged));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void forgetCursors() {
        lock.lock();
        try {
            known = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Sends what the controller lost, then what it never had, until nothing is left or a batch does not get through. */
    public Sending sendAll() throws IOException {
        int sent = 0;
        while (true) {
            var now = known();
            if (now.isEmpty()) {
                return new Sending.WaitingForCursors();
            }
            var lost = lost(now.get());
            var next = lost.isPresent() ? lost : ledger.nextToSend();
            if (next.isEmpty()) {
                return new Sending.Done(sent);
            }
            var batch = next.get();
            var answer = controller.reportTraffic(
                    batch.bytes(), now.get().cursor(batch.position().epoch()) + 1);
            if (!(answer instanceof Answer.Answered<Cursor> answered && acknowledges(answer, batch))) {
                forgetCursors();
                return new Sending.Stopped(answer);
            }
            var further = now.get().with(answered.value());
            if (lost.isPresent()) {
                LOG.log(Level.INFO, "batch {0} was sent again: the controller had lost it", batch.ordinal());
                know(now.get(), further.resentUpTo(batch.ordinal()));
            } else {
                ledger.acknowledge(batch);
                know(now.get(), further);
            }
            sent++;
        }
    }

    /** Sends what the controller has not acknowledged, and nothing else, without asking how far it has come. */
    public Sending sendUnacknowledged() throws IOException {
        int sent = 0;
        for (var batch = ledger.nextToSend(); batch.isPresent(); batch = ledger.nextToSend()) {
            var answer = controller.reportTraffic(batch.get().bytes());
            if (!acknowledges(answer, batch.get())) {
                return new Sending.Stopped(answer);
            }
            ledger.acknowledge(batch.get());
            sent++;
        }
        return new Sending.Done(sent);
    }

    private Optional<SealedBatch> lost(Known now) throws IOException {
        if (now.resent() >= now.acknowledged()) {
            return Optional.empty();
        }
        var lost = ledger.lostByController(now.resent(), now.acknowledged(), now.cursors());
        if (lost.isEmpty()) {
            know(now, now.resentUpTo(now.acknowledged()));
        }
        return lost;
    }

    private Optional<Known> known() {
        lock.lock();
        try {
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** Moves on, unless another thread has forgotten the cursors meanwhile. */
    private void know(Known before, Known after) {
        lock.lock();
        try {
            if (known.equals(Optional.of(before))) {
                known = Optional.of(after);
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean acknowledges(Answer<Cursor> answer, SealedBatch batch) {
        return answer instanceof Answer.Answered<Cursor> answered
                && answered.value().epoch().equals(batch.position().epoch())
                && answered.value().sequence() >= batch.position().sequence();
    }
}
