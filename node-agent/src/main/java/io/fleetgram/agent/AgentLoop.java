package io.fleetgram.agent;

import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.controller.SyncAttempts;
import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.converge.Converger;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.pace.Signal;
import io.fleetgram.agent.store.HeldState;
import io.fleetgram.agent.store.LastGoodState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * The only loop that changes the machine: brings the core to the stored state, and again whenever that changes, the core
 * starts, or it is time to look for drift.
 */
final class AgentLoop implements Runnable {

    /**
     * What the loop works on and whom it tells.
     *
     * @param wake raised when the stored state changed or the core started
     * @param reported raised when there is something to report
     * @param driftInterval between two convergences while nothing happens
     */
    record Parts(
            LastGoodState state,
            Converger converger,
            ConvergenceBoard board,
            Notices notices,
            Signal wake,
            Signal reported,
            Duration driftInterval,
            SyncAttempts attempts) {}

    /** Failed entries are tried again on their own time, which is at least this. */
    private static final Duration RETRY_ENTRIES = Duration.ofSeconds(10);

    private static final Logger LOG = System.getLogger(AgentLoop.class.getName());

    private final Parts parts;
    private final Backoff backoff;
    private volatile boolean stopping;
    private volatile Convergence lastOutcome = new Convergence.Waiting("nothing was tried yet");

    AgentLoop(Parts parts, Backoff backoff) {
        this.parts = parts;
        this.backoff = backoff;
    }

    /**
     * Converges for the first time in this run. If nothing of the stored state can be applied, the state that the core had
     * taken before is applied instead, so that its users are served while somebody looks.
     */
    void begin() {
        tick();
        if (!(lastOutcome instanceof Convergence.Failed)) {
            return;
        }
        try {
            var before = parts.state().lastApplied();
            if (before.isPresent()
                    && before.get().version() != parts.state().proof().version()) {
                var outcome = parts.converger().converge(before.get().entries());
                parts.notices()
                        .add(
                                "fell-back",
                                "version %d cannot be applied; version %d is: %s"
                                        .formatted(
                                                parts.state().proof().version(),
                                                before.get().version(),
                                                outcome));
            }
        } catch (IOException e) {
            parts.notices().add("state", "the last applied state cannot be read: " + e);
        }
    }

    @Override
    public void run() {
        try {
            var pause = Duration.ZERO;
            while (!stopping) {
                parts.wake().await(pause);
                if (!stopping) {
                    pause = tick();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the loop after the convergence that is under way. */
    void stop() {
        stopping = true;
        parts.wake().raise();
    }

    /** Converges once; returns how long to wait for the next time if nothing happens. */
    Duration tick() {
        try {
            // In this order: a doubt only ever passes.
            var doubt = parts.state().doubt();
            var held = parts.state().stored();
            lastOutcome = doubt.map(this::keptAsItIs)
                    .orElseGet(() -> parts.converger().converge(held.entries()));
            return ended(held, lastOutcome);
        } catch (IOException e) {
            var why = "what was applied cannot be noted, check disk space: " + e;
            if (parts.attempts().applyingFailed(why)) {
                parts.notices().add("state", why);
            }
        } catch (UncheckedIOException e) {
            lastOutcome = new Convergence.Failed("the core's files cannot be read or written, check the disk: "
                    + e.getMessage() + ": " + e.getCause());
            trouble(((Convergence.Failed) lastOutcome).why());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a convergence failed in a way that nobody foresaw", e);
            lastOutcome = new Convergence.Failed("a fault of the agent: " + e);
            trouble(String.valueOf(lastOutcome));
        }
        return backoff.next();
    }

    /** What the core has is better than what may be wrong, or nothing at all. */
    private Convergence keptAsItIs(String doubt) {
        if (!doubt.equals(LastGoodState.NOTHING_YET)) {
            parts.notices().addLasting("state-damaged", doubt + "; the controller will send it again");
        }
        return parts.converger().keepAsItIs("waiting for the controller: " + doubt);
    }

    private Duration ended(HeldState held, Convergence outcome) throws IOException {
        return switch (outcome) {
            case Convergence.Converged converged -> {
                backoff.reset();
                converged(held, converged);
                yield converged.failedEntries().stream().allMatch(FailedEntry::unsupported)
                        ? parts.driftInterval()
                        : shorter(RETRY_ENTRIES, parts.driftInterval());
            }
            case Convergence.Waiting waiting -> {
                LOG.log(Level.INFO, "not converged yet: {0}", waiting.why());
                parts.board().inTrouble(waiting.why());
                yield backoff.next();
            }
            case Convergence.Failed failed -> {
                trouble(failed.why());
                yield backoff.next();
            }
        };
    }

    private void converged(HeldState held, Convergence.Converged converged) throws IOException {
        boolean newVersion = parts.state().appliedVersion() != held.version();
        boolean failedOthers = !parts.board().view().failed().equals(converged.failedEntries());
        boolean changed = converged.added() + converged.removed() + converged.drift() > 0 || converged.restarted();
        parts.state().markApplied(held.version());
        parts.attempts().applied();
        parts.board().converged(converged.failedEntries());
        var line = line(held, converged);
        LOG.log(changed ? Level.INFO : Level.DEBUG, line);
        if (changed) {
            parts.board().changed(line);
        }
        if (converged.drift() > 0) {
            parts.notices()
                    .add("drift", converged.drift() + " users had been changed in the core by somebody else; repaired");
        }
        if (changed || newVersion || failedOthers) {
            parts.reported().raise();
        }
    }

    private static String line(HeldState held, Convergence.Converged converged) {
        return "version %d: added %d, removed %d, unchanged %d, drift %d, failed %d%s, %d ms"
                .formatted(
                        held.version(),
                        converged.added(),
                        converged.removed(),
                        converged.unchanged(),
                        converged.drift(),
                        converged.failedEntries().size(),
                        converged.restarted() ? ", core started" : "",
                        converged.took().toMillis());
    }

    /** Told once for each reason, not once for each attempt. */
    private void trouble(String why) {
        parts.attempts().applyingFailed(why);
        if (!parts.board().view().trouble().equals(why)) {
            parts.notices().add("convergence-failed", why);
            parts.reported().raise();
        }
        parts.board().inTrouble(why);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
