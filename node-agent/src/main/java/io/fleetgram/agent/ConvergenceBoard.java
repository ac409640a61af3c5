package io.fleetgram.agent;

import io.fleetgram.agent.converge.FailedEntry;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** How converging stands, for whoever reports it. */
final class ConvergenceBoard {

    /**
     * One look at it.
     *
     * @param failed entries that the node should run and does not
     * @param last one line on the last convergence that changed something; empty if none did yet
     * @param trouble why the last attempt did not end well; empty if it did
     * @param attempts how often it was tried in this run
     */
    record View(List<FailedEntry> failed, String last, String trouble, long attempts) {}

    private final AtomicReference<View> view =
            new AtomicReference<>(new View(List.of(), "", "not converged yet in this run", 0));

    View view() {
        return view.get();
    }

    void converged(List<FailedEntry> failed) {
        view.updateAndGet(old -> new View(List.copyOf(failed), old.last(), "", old.attempts() + 1));
    }

    void changed(String line) {
        view.updateAndGet(old -> new View(old.failed(), line, old.trouble(), old.attempts()));
    }

    void inTrouble(String why) {
        view.updateAndGet(old -> new View(old.failed(), old.last(), why, old.attempts() + 1));
    }
}
