package io.fleetgram.agent.controller;

import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.pace.Signal;
import io.fleetgram.agent.store.LastGoodState;
import io.fleetgram.agent.store.LastGoodState.Storing;
import io.fleetgram.agent.store.SnapshotDraft;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Holds the long poll: brings the desired state to the disk, and cursors and the controller's time to who needs them.
 *
 * <p>The first poll after an absence is answered at once, so that the agent soon knows that the controller is back. A
 * controller that is away, for however long, is asked again after growing pauses, for ever.
 */
public final class PollLoop implements Runnable {

    /**
     * Who the loop works for.
     *
     * @param run names this start of the agent
     * @param longest how long a poll may wait for a change
     */
    public record Parts(
            Controller controller,
            LastGoodState state,
            CursorKeeper cursors,
            CommandKeeper commands,
            ControllerClock clock,
            Renewal renewal,
            Notices notices,
            PollEvents events,
            Epoch run,
            Duration longest,
            SyncAttempts attempts) {}

    private static final Logger LOG = System.getLogger(PollLoop.class.getName());

    private final Parts parts;
    private final Backoff backoff;
    private final Signal stop = new Signal();
    private volatile boolean stopping;
    private volatile boolean connected;

    public PollLoop(Parts parts, Backoff backoff) {
        this.parts = parts;
        this.backoff = backoff;
    }

    /** Says whether the last poll was answered. */
    public boolean isConnected() {
        return connected;
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                var pause = tick();
                if (!pause.isZero()) {
                    stop.await(pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the loop after the poll that is under way, which closing the controller ends at once. */
    public void stop() {
        stopping = true;
        stop.raise();
    }

    /** Polls once; returns how long to pause before the next poll. */
    Duration tick() {
        try {
            var cursors = parts.cursors();
            boolean atOnce = !connected || cursors.waitsForCursors();
            var question = new PollQuestion(
                    parts.state().proof(),
                    atOnce ? Duration.ZERO : parts.longest(),
                    parts.run(),
                    cursors.epochsToAskFor(),
                    parts.commands().held());
            var began = new AtomicBoolean();
            return heard(parts.controller().poll(question, version -> begin(version, began)), began.get());
        } catch (IOException e) {
            answers();
            var why = "the desired state cannot be stored, check disk space: " + e;
            if (parts.attempts().storingFailed(why)) {
                parts.notices().add("state", why);
            }
            return backoff.next();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a poll failed in a way that nobody foresaw", e);
            lost();
        }
        return backoff.next();
    }

    private SnapshotDraft begin(long version, AtomicBoolean began) throws IOException {
        began.set(true);
        return parts.state().beginSnapshot(version);
    }

    private Duration heard(Answer<PollReply> answer, boolean snapshotBegan) throws IOException {
        return switch (answer) {
            case Answer.Answered<PollReply> answered -> answered(answered.value());
            case Answer.Away<PollReply> away -> {
                if (snapshotBegan && !stopping) {
                    parts.attempts().storingFailed("a snapshot was cut off: " + away.why());
                }
                away(away.why());
                yield longer(backoff.next(), away.notBefore());
            }
            case Answer.CertificateExpired<PollReply> expired -> {
                away(expired.why());
                yield parts.renewal().renew() ? Duration.ZERO : backoff.next();
            }
            case Answer.Removed<PollReply> removed -> {
                lost();
                if (!stopping) {
                    parts.events().removed(removed.why());
                }
                yield backoff.next();
            }
        };
    }

    private Duration answered(PollReply reply) throws IOException {
        parts.clock().learn(reply.controllerTime());
        parts.cursors().cursors(reply.cursors());
        answers();
        var mismatch = store(reply.change());
        if (mismatch.isPresent()) {
            var why = "what the controller sent does not have its hash: " + mismatch.get();
            if (parts.attempts().storingFailed(why)) {
                parts.notices().add("hash-mismatch", why);
            }
            return backoff.next();
        }
        parts.attempts().stored();
        take(reply.commands());
        backoff.reset();
        return Duration.ZERO;
    }

    /** Commands that cannot be kept are given again; they hold up no state. */
    private void take(List<Command> commands) {
        if (commands.isEmpty()) {
            return;
        }
        try {
            parts.commands().take(commands);
            parts.events().commandsCame();
        } catch (IOException e) {
            parts.notices().add("command", "commands cannot be kept on this node, check disk space: " + e);
        }
    }

    /** What fails after this fails here: the controller is told, so it must not look away. */
    private void answers() {
        if (!connected) {
            connected = true;
            LOG.log(Level.INFO, "the controller answers");
            parts.events().controllerBack();
        }
    }

    private Optional<String> store(StateChange change) throws IOException {
        boolean doubtful = parts.state().doubt().isPresent();
        if (mayBeOfAnOlderCopy(change)) {
            parts.cursors().forgetCursors();
        }
        var storing = switch (change) {
            case StateChange.Unchanged unchanged -> {
                parts.state().storeVersion(unchanged.version());
                yield new Storing.Stored();
            }
            case StateChange.Delta delta ->
                parts.state().store(delta.version(), delta.hash(), delta.put(), delta.remove());
            case StateChange.Snapshot snapshot -> parts.state().adopt(snapshot.draft(), snapshot.hash());
        };
        if (storing instanceof Storing.HashMismatch mismatch) {
            return Optional.of("expected %s, got %s".formatted(mismatch.expected(), mismatch.actual()));
        }
        if (doubtful || !(change instanceof StateChange.Unchanged)) {
            parts.events().stateStored();
        }
        return Optional.empty();
    }

    /** A database that is put back from a copy need not be away for as long as anybody would notice. */
    private boolean mayBeOfAnOlderCopy(StateChange change) {
        long stored = parts.state().proof().version();
        return switch (change) {
            case StateChange.Unchanged unchanged -> unchanged.version() < stored;
            case StateChange.Delta delta -> delta.version() < stored;
            case StateChange.Snapshot snapshot -> true;
        };
    }

    private void away(String why) {
        if (connected && !stopping) {
            LOG.log(Level.WARNING, "the controller is away: {0}", why);
        } else {
            LOG.log(Level.DEBUG, "the controller is still away: {0}", why);
        }
        lost();
    }

    private void lost() {
        connected = false;
        parts.cursors().forgetCursors();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
