package io.fleetgram.agent.converge;

import io.fleetgram.agent.converge.Installer.Installed;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.StartedWith.Listener;
import io.fleetgram.agent.core.Supervisor.Start;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gets the core to run with the desired inbounds, and remembers what the running core holds.
 *
 * <p>A restart happens only for a changed set of inbounds that the core's own test has accepted.
 */
final class Runs implements Presence {

    private static final Logger LOG = System.getLogger(Runs.class.getName());

    private final Machine machine;
    private final Installer installer;
    private final HeldReader reader;
    private @Nullable Held held;
    private @Nullable InboundPlan lastTried;
    private boolean lastStartFailed;

    Runs(Machine machine, Installer installer) {
        this.machine = machine;
        this.installer = installer;
        this.reader = new HeldReader(machine.core(), machine.configurations(), machine.record());
    }

    @Override
    public Outcome ensure(Desired desired, Target target) {
        var run = machine.supervisor().adopt();
        return run.isPresent() ? kept(run.get(), desired, target) : started(desired, target);
    }

    private Outcome kept(CoreIdentity run, Desired desired, Target target) {
        return switch (known(run)) {
            case HeldReader.Reading.Unknown unknown -> waiting("the core does not answer: " + unknown.why());
            case HeldReader.Reading.Known known -> {
                var before = known.held().listeners();
                if (installer.plan(desired, before).changes().isEmpty()) {
                    yield new Outcome.Running(known.held(), installer.plan(desired, before), false);
                }
                yield switch (installer.install(desired, target, before)) {
                    case Installed.InPlace in -> {
                        var start = machine.supervisor()
                                .restart(String.join(", ", in.plan().changes()));
                        yield begun(start, in.plan(), before, desired, target);
                    }
                    case Installed.NothingNew nothing ->
                        new Outcome.Running(known.held(), installer.plan(desired, before), false);
                    case Installed.Impossible impossible -> {
                        LOG.log(Level.WARNING, "The core keeps its inbounds: {0}", impossible.why());
                        yield new Outcome.Running(known.held(), installer.plan(desired, before), false);
                    }
                };
            }
        };
    }

    @Override
    public Outcome reread(CoreIdentity run, Desired desired, Target target) {
        return switch (readAgain(run)) {
            case HeldReader.Reading.Unknown unknown -> waiting("the core does not answer: " + unknown.why());
            case HeldReader.Reading.Known known -> {
                var listeners = known.held().listeners();
                if (!machine.core().capabilities().listsUsers()) {
                    listeners.keySet().forEach(known.held().users()::doubt);
                }
                yield new Outcome.Running(known.held(), installer.plan(desired, listeners), false);
            }
        };
    }

    private Outcome started(Desired desired, Target target) {
        var plan = installer.plan(desired, Map.of());
        if (machine.core().status() instanceof CoreStatus.Down down && wasTried(plan)) {
            if (!lastStartFailed || installer.blame(plan, Map.of(), down.why()).isEmpty()) {
                machine.configurations()
                        .writeSoon(target.configuration(plan.runnable().values(), installer::isKeptOut));
                return down(down.why());
            }
        }
        return switch (installer.install(desired, target, Map.of())) {
            case Installed.InPlace in -> begun(machine.supervisor().bringUp(), in.plan(), Map.of(), desired, target);
            case Installed.NothingNew impossible ->
                throw new IllegalStateException("a core that does not run has nothing that is not new");
            case Installed.Impossible impossible -> {
                LOG.log(Level.WARNING, "The core is started as it was before: {0}", impossible.why());
                yield begun(machine.supervisor().bringUp(), plan, Map.of(), desired, target);
            }
        };
    }

    /** If a core does not start because of an inbound, it is started without. */
    private Outcome begun(
            Start start, InboundPlan tried, Map<String, Listener> before, Desired desired, Target target) {
        var blamed = new ArrayList<Inbound>();
        lastTried = tried;
        while (start instanceof Start.NotUp notUp) {
            var guilty = installer.blame(tried, before, notUp.why());
            if (guilty.isEmpty() || !(installer.install(desired, target, Map.of()) instanceof Installed.InPlace in)) {
                installer.pardon(blamed);
                lastStartFailed = true;
                return new Outcome.NotRunning(new Convergence.Failed("the core does not start: " + notUp.why()));
            }
            blamed.addAll(guilty);
            tried = in.plan();
            lastTried = tried;
            start = machine.supervisor().bringUp();
        }
        lastStartFailed = false;
        return switch (known(((Start.Up) start).core())) {
            case HeldReader.Reading.Unknown unknown -> waiting("the core does not answer: " + unknown.why());
            case HeldReader.Reading.Known known -> {
                var running = known.held().listeners();
                installer.blameMissing(desired, running);
                yield new Outcome.Running(known.held(), installer.plan(desired, running), true);
            }
        };
    }

    private Outcome down(String why) {
        var text = "the core is down and is started again by itself: " + why;
        return lastStartFailed ? new Outcome.NotRunning(new Convergence.Failed(text)) : waiting(text);
    }

    private boolean wasTried(InboundPlan plan) {
        var last = lastTried;
        return last != null && last.runnable().equals(plan.runnable());
    }

    private HeldReader.Reading known(CoreIdentity run) {
        var present = held;
        if (present != null && present.core().equals(run)) {
            return new HeldReader.Reading.Known(present);
        }
        return readAgain(run);
    }

    @Override
    public HeldReader.Reading readAgain(CoreIdentity run) {
        var reading = reader.read(run, now());
        if (reading instanceof HeldReader.Reading.Known known) {
            held = known.held();
        }
        return reading;
    }

    @Override
    public boolean isCheckDue(Held present, Duration every) {
        return present.readAt().plus(every).compareTo(now()) <= 0;
    }

    @Override
    public void checked(Held present) {
        held = new Held(present.core(), present.listeners(), present.users(), now());
    }

    private Duration now() {
        return machine.clock().elapsed();
    }

    private static Outcome waiting(String why) {
        return new Outcome.NotRunning(new Convergence.Waiting(why));
    }
}
