package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.CoreOrders;
import io.fleetgram.agent.core.CounterReading;
import io.fleetgram.agent.core.ForeignCore;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.Supervisor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converges the one core of this machine: inbounds by a tested configuration and a restart, users without. */
public final class CoreConverger implements Converger, Resync {

    private final Machine machine;
    private final EntryReader reader;
    private final ConvergeTimes times;
    private final Quarantine quarantine;
    private final Presence runs;
    private final Drift drift = new Drift();
    private final SharedPorts shared;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Suspects suspects;
    /** The configuration file has all desired users, or soon will. */
    private boolean fileIsWhole;

    private boolean stoppedByFleet;
    private @Nullable Collection<EntryBytes> last;

    public CoreConverger(Machine machine, EntryReader reader, ConvergeTimes times) {
        this(machine, reader, times, quarantine -> new Runs(machine, new Installer(machine, quarantine)));
    }

    private CoreConverger(
            Machine machine, EntryReader reader, ConvergeTimes times, Function<Quarantine, Presence> presence) {
        this.machine = machine;
        this.reader = reader;
        this.times = times;
        this.quarantine = new Quarantine(times.firstRetry(), times.longestRetry());
        this.shared = new SharedPorts(machine.ports());
        this.runs = presence.apply(quarantine);
    }

    /** Converges a core that somebody else runs: users alone. */
    public static CoreConverger attached(
            Machine machine, ForeignCore foreign, EntryReader reader, ConvergeTimes times) {
        return new CoreConverger(machine, reader, times, quarantine -> new Attached(machine, foreign));
    }

    @Override
    public Convergence converge(Collection<EntryBytes> entries) {
        lock.lock();
        try {
            var begun = machine.clock().elapsed();
            var desired = reader.read(entries);
            last = entries;
            stoppedByFleet = desired.coreStopped();
            var stopped = stopped();
            if (stopped.isPresent()) {
                machine.supervisor().stop(stopped.get());
                if (!machine.supervisor().owns()) {
                    return new Convergence.Failed("the fleet wants this node's core stopped, and it is run by somebody "
                            + "else: stop it where it is run");
                }
                return new Convergence.Converged(0, 0, 0, 0, false, since(begun), desired.unreadable());
            }
            var target = Target.of(desired);
            quarantine.retain((key, form) -> isDesired(key, form, desired, target));
            return suspectsAreJudged() ? converge(desired, target, begun) : silent();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Convergence keepAsItIs(String why) {
        lock.lock();
        try {
            var stopped = stoppedByHand();
            if (stopped.isPresent()) {
                machine.supervisor().stop(stopped.get());
                return new Convergence.Waiting(why + "; the core stays stopped: " + stopped.get());
            }
            return new Convergence.Waiting(
                    switch (machine.supervisor().bringUp()) {
                        case Supervisor.Start.Up up -> why + "; the core serves the users that it had";
                        case Supervisor.Start.NotUp not -> why + "; " + not.why();
                    });
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Convergence resync(Collection<EntryBytes> entries) {
        lock.lock();
        try {
            var begun = machine.clock().elapsed();
            var desired = reader.read(entries);
            var run = machine.core().identity();
            if (run.isEmpty()) {
                return new Convergence.Waiting(
                        "the core does not run; start it, and it comes up with the stored state");
            }
            var target = Target.of(desired);
            quarantine.releaseUsers();
            return switch (runs.reread(run.get(), desired, target)) {
                case Presence.Outcome.NotRunning not -> not.end();
                case Presence.Outcome.Running running -> {
                    var steps = new UserSteps(machine, quarantine, running.held(), target, open(running));
                    var plan = steps.plan();
                    steps.walk();
                    var done = new Done();
                    done.add(running, steps);
                    yield ended(running, steps, desired, target, plan, done, begun);
                }
            };
        } finally {
            lock.unlock();
        }
    }

    /** Returns what an operator may order by hand, in turn with convergences. */
    public CoreOrders orders() {
        return new LockedOrders(
                lock, machine, () -> Optional.ofNullable(last).map(this::converge), () -> stoppedByFleet);
    }

    private Optional<String> stopped() {
        return stoppedByFleet ? Optional.of("the operator wants it stopped") : stoppedByHand();
    }

    /** A wish from the time when the agent ran the core says nothing about one that somebody else runs. */
    private Optional<String> stoppedByHand() {
        return machine.supervisor().owns() ? machine.wish().stopped() : Optional.empty();
    }

    private Convergence converge(Desired desired, Target target, Duration begun) {
        var done = new Done();
        while (true) {
            switch (runs.ensure(desired, target)) {
                case Presence.Outcome.NotRunning not -> {
                    return not.end();
                }
                case Presence.Outcome.Running running -> {
                    var held = running.held();
                    var steps = new UserSteps(machine, quarantine, held, target, open(running));
                    var plan = steps.plan();
                    steps.walk();
                    done.add(running, steps);
                    boolean look = steps.gone().isEmpty() && !done.looked && runs.isCheckDue(held, times.readBack());
                    if (look) {
                        shared.look(running.plan().runnable().values());
                    }
                    if (look && !isLookedAt(held, steps, done)) {
                        fileIsWhole &= done.added + done.removed == 0;
                        return silent();
                    }
                    if (!look || steps.gone().isPresent()) {
                        return ended(running, steps, desired, target, plan, done, begun);
                    }
                }
            }
        }
    }

    /** Looks for drift; false if the core does not answer. */
    private boolean isLookedAt(Held held, UserSteps steps, Done done) {
        done.looked = true;
        if (!machine.core().capabilities().listsUsers()) {
            done.drift = steps.putBack(drift.toSendAgain(held));
            done.added += done.drift;
            runs.checked(held);
            return true;
        }
        if (runs.readAgain(held.core()) instanceof HeldReader.Reading.Known known) {
            done.drift = Drift.between(held, known.held());
            return true;
        }
        return false;
    }

    /** What one convergence has done so far. */
    private static final class Done {

        private boolean looked;
        private boolean restarted;
        private int drift;
        private int added;
        private int removed;

        void add(Presence.Outcome.Running running, UserSteps steps) {
            restarted |= running.restarted();
            added += steps.added();
            removed += steps.removed();
        }
    }

    private Convergence ended(
            Presence.Outcome.Running running,
            UserSteps steps,
            Desired desired,
            Target target,
            UserPlan plan,
            Done done,
            Duration begun) {
        if (steps.gone().isPresent()) {
            suspects = new Suspects(running.held().core(), steps.suspects());
        }
        fileIsWhole |= done.restarted;
        if (!fileIsWhole || steps.gone().isPresent() || done.added + done.removed > 0) {
            machine.configurations()
                    .writeSoon(target.configuration(
                            running.plan().runnable().values(),
                            email -> quarantine.holds(Target.keyOf(email))
                                    || steps.suspects().containsKey(email)));
            fileIsWhole = true;
        }
        if (steps.gone().isPresent()) {
            return new Convergence.Waiting("the core went away: " + steps.gone().get());
        }
        return new Convergence.Converged(
                done.added,
                done.removed,
                plan.unchanged(),
                done.drift,
                done.restarted,
                since(begun),
                failures(desired, target, running.plan()));
    }

    private List<FailedEntry> failures(Desired desired, Target target, InboundPlan plan) {
        var failures = new ArrayList<FailedEntry>(desired.unreadable());
        failures.addAll(target.failed());
        failures.addAll(plan.failed());
        failures.addAll(shared.seen());
        quarantine.failures().stream()
                .filter(failure -> failure.key().startsWith("a/"))
                .forEach(failures::add);
        return failures;
    }

    private static Set<String> open(Presence.Outcome.Running running) {
        return running.plan().runnable().values().stream()
                .filter(inbound -> Installer.runsSo(inbound, running.held().listeners()))
                .map(Inbound::tag)
                .collect(Collectors.toSet());
    }

    /** Whoever was under way when a core died is kept out; if the core lives after all, nobody is to blame. */
    private boolean suspectsAreJudged() {
        var present = suspects;
        if (present == null) {
            return true;
        }
        boolean lives = machine.core().identity().equals(Optional.of(present.run()));
        if (lives && machine.core().readCounters() instanceof CounterReading.Unreadable) {
            return false;
        }
        if (!lives) {
            var now = machine.clock().elapsed();
            present.users()
                    .forEach((email, account) -> quarantine.add(
                            Target.keyOf(email),
                            account,
                            "the core died while this was sent to it; it is sent again by itself, alone, after a pause",
                            now));
        }
        suspects = null;
        return true;
    }

    private static Convergence silent() {
        return new Convergence.Waiting("the core does not answer");
    }

    private static boolean isDesired(String key, Object form, Desired desired, Target target) {
        if (key.startsWith("a/")) {
            return target.accountOf(key.substring("a/".length())).equals(Optional.of(form));
        }
        return desired.inbounds().stream()
                .anyMatch(inbound -> InboundPlan.keyOf(inbound).equals(key)
                        && inbound.fingerprint().equals(form));
    }

    private Duration since(Duration begun) {
        return machine.clock().elapsed().minus(begun);
    }
}
