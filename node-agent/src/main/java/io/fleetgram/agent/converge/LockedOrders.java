package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.CoreOrders;
import io.fleetgram.agent.core.Supervisor;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Orders that are carried out between two convergences, so that no user is under way while the core is stopped.
 *
 * @param lock held by a convergence
 * @param again converges with what was desired last; empty if nothing was desired yet
 * @param stoppedByFleet whether the node's settings keep the core stopped
 */
record LockedOrders(
        ReentrantLock lock, Machine machine, Supplier<Optional<Convergence>> again, BooleanSupplier stoppedByFleet)
        implements CoreOrders {

    @Override
    public Outcome stop(String why) {
        return locked(() -> {
            try {
                machine.wish().keepStopped(why);
            } catch (IOException e) {
                return new Outcome.NotDone("that the core is to stay stopped cannot be written down, so it was not "
                        + "stopped; check the disk: " + e);
            }
            machine.supervisor().stop(why);
            return new Outcome.Done();
        });
    }

    @Override
    public Outcome start() {
        return locked(() -> meantToRun().orElseGet(this::started));
    }

    @Override
    public Outcome restart(String why) {
        return locked(() -> meantToRun().orElseGet(() -> runs() ? restarted(why) : started()));
    }

    /** Returns what keeps the core from being meant to run; empty if it is from now on. */
    private Optional<Outcome> meantToRun() {
        if (stoppedByFleet.getAsBoolean()) {
            return Optional.of(new Outcome.NotDone("the node's settings keep its core stopped: change them there"));
        }
        try {
            machine.wish().letRun();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Outcome.NotDone(
                    "that the core is to run again cannot be written down, so nothing was done; check the disk: " + e));
        }
    }

    /** By a convergence, because the configuration file may be older than what is desired while no core runs. */
    private Outcome started() {
        var convergence = again.get();
        if (convergence.isEmpty()) {
            return judged(machine.supervisor().bringUp());
        }
        return runs()
                ? new Outcome.Done()
                : new Outcome.NotDone("the core does not run yet and is started again by itself: " + convergence.get());
    }

    private Outcome restarted(String why) {
        return judged(machine.supervisor().restart(why));
    }

    private static Outcome judged(Supervisor.Start start) {
        return switch (start) {
            case Supervisor.Start.Up up -> new Outcome.Done();
            case Supervisor.Start.NotUp not -> new Outcome.NotDone(not.why() + "; it is tried again by itself");
        };
    }

    private boolean runs() {
        return machine.core().identity().isPresent();
    }

    private Outcome locked(Supplier<Outcome> order) {
        if (!machine.supervisor().owns()) {
            return new Outcome.NotDone("this node's core is run by somebody else: start and stop it where it is run");
        }
        lock.lock();
        try {
            return order.get();
        } finally {
            lock.unlock();
        }
    }
}
