package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Configurations.Written;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.StartedWith.Listener;
import io.fleetgram.agent.core.Supervisor.Start;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gets the core to run with the desired inbounds, and remembers what the running core holds.
 *
 * <p>A restart happens only for a changed set of inbounds that the core's own test has accepted.
 */
final class Runs {

    /** What came of it. */
    sealed interface Outcome {

        /** It runs; {@code restarted} if it was started or restarted now. */
        record Running(Held held, InboundPlan plan, boolean restarted) implements Outcome {}

        record NotRunning(Convergence end) implements Outcome {}
    }

    private final Machine machine;
    private final Quarantine quarantine;
    private final HeldReader reader;
    private @Nullable Held held;
    private Map<String, String> lastTried = Map.of();
    private boolean lastStartFailed;

    Runs(Machine machine, Quarantine quarantine) {
        this.machine = machine;
        this.quarantine = quarantine;
        this.reader = new HeldReader(machine.core(), machine.configurations(), machine.record());
    }

    Outcome ensure(Desired desired, Target target) {
        var run = machine.supervisor().adopt();
        return run.isPresent() ? kept(run.get(), desired, target) : started(desired, target);
    }

    private Outcome kept(CoreIdentity run, Desired desired, Target target) {
        return switch (known(run)) {
            case HeldReader.Reading.Unknown unknown -> waiting("the core does not answer: " + unknown.why());
            case HeldReader.Reading.Known known -> {
                var plan = plan(desired, known.held().listeners());
                if (plan.changes().isEmpty()) {
                    yield new Outcome.Running(known.held(), plan, false);
                }
                var accepted = install(desired, target, known.held().listeners());
                if (accepted.isEmpty()) {
                    yield new Outcome.Running(
                            known.held(), plan(desired, known.held().listeners()), false);
                }
                yield after(
                        machine.supervisor()
                                .restart(String.join(", ", accepted.get().changes())),
                        desired);
            }
        };
    }

    private Outcome started(Desired desired, Target target) {
        var plan = plan(desired, Map.of());
        if (machine.core().status() instanceof CoreStatus.Down down && lastTried.equals(fingerprints(plan))) {
            machine.configurations()
                    .writeSoon(target.configuration(plan.runnable().values(), this::isKeptOut));
            var why = "the core is down and is started again by itself: " + down.why();
            return lastStartFailed ? new Outcome.NotRunning(new Convergence.Failed(why)) : waiting(why);
        }
        var unused = install(desired, target, Map.of());
        return after(machine.supervisor().bringUp(), desired);
    }

    private Outcome after(Start start, Desired desired) {
        return switch (start) {
            case Start.NotUp notUp -> {
                lastStartFailed = true;
                yield new Outcome.NotRunning(new Convergence.Failed("the core does not start: " + notUp.why()));
            }
            case Start.Up up -> {
                lastStartFailed = false;
                yield switch (known(up.core())) {
                    case HeldReader.Reading.Unknown unknown -> waiting("the core does not answer: " + unknown.why());
                    case HeldReader.Reading.Known known -> {
                        var running = known.held().listeners();
                        keepOutMissing(desired, running);
                        yield new Outcome.Running(known.held(), plan(desired, running), true);
                    }
                };
            }
        };
    }

    /** What a fresh core does not run it would not run after another restart either. */
    private void keepOutMissing(Desired desired, Map<String, Listener> running) {
        for (var inbound : plan(desired, running).runnable().values()) {
            if (!runsSo(inbound, running)) {
                keepOut(inbound, "the core was started with it and does not run it");
            }
        }
    }

    private void keepOut(Inbound inbound, String reason) {
        quarantine.add(InboundPlan.keyOf(inbound), inbound.fingerprint(), reason, now());
    }

    /** Returns the plan whose configuration is in place now; empty if there is nothing that may be put in place. */
    private Optional<InboundPlan> install(Desired desired, Target target, Map<String, Listener> running) {
        while (true) {
            var plan = plan(desired, running);
            if (!running.isEmpty() && plan.changes().isEmpty()) {
                return Optional.empty();
            }
            lastTried = fingerprints(plan);
            var configuration = target.configuration(plan.runnable().values(), this::isKeptOut);
            switch (machine.configurations().write(configuration)) {
                case Written.Accepted accepted -> {
                    plan.runnable().values().forEach(inbound -> quarantine.release(InboundPlan.keyOf(inbound)));
                    return Optional.of(plan);
                }
                case Written.Refused refused -> {
                    if (!keepOutGuilty(plan, target, running, refused.why())) {
                        return Optional.empty();
                    }
                }
            }
        }
    }

    /** Finds the inbounds for which a configuration was refused; returns false if there are none that could be left out. */
    private boolean keepOutGuilty(InboundPlan plan, Target target, Map<String, Listener> running, String why) {
        var fresh = plan.runnable().values().stream()
                .filter(inbound -> !runsSo(inbound, running))
                .toList();
        var reasons = new HashMap<Inbound, String>();
        for (var inbound : fresh) {
            machine.configurations()
                    .refusal(target.configuration(List.of(inbound), this::isKeptOut))
                    .ifPresent(reason -> reasons.put(inbound, reason));
        }
        // None is at fault alone, so that each of them may be at fault together with others.
        if (reasons.isEmpty()) {
            fresh.forEach(inbound -> reasons.put(inbound, why));
        }
        reasons.forEach(
                (inbound, reason) -> quarantine.add(InboundPlan.keyOf(inbound), inbound.fingerprint(), reason, now()));
        return !reasons.isEmpty();
    }

    private InboundPlan plan(Desired desired, Map<String, Listener> running) {
        var refused = new HashMap<String, String>();
        for (var inbound : desired.inbounds()) {
            quarantine
                    .obstacle(InboundPlan.keyOf(inbound), now())
                    .ifPresent(reason -> refused.put(inbound.key(), reason));
        }
        return InboundPlan.of(
                desired.inbounds(),
                new InboundPlan.Situation(machine.core().capabilities(), running, machine.ports(), refused));
    }

    static boolean runsSo(Inbound inbound, Map<String, Listener> running) {
        var listener = running.get(inbound.tag());
        return listener != null && listener.fingerprint().equals(inbound.fingerprint());
    }

    private boolean isKeptOut(String email) {
        return quarantine.holds(Target.keyOf(email));
    }

    private static Map<String, String> fingerprints(InboundPlan plan) {
        return plan.runnable().values().stream().collect(Collectors.toMap(Inbound::tag, Inbound::fingerprint));
    }

    private HeldReader.Reading known(CoreIdentity run) {
        var present = held;
        if (present != null && present.core().equals(run)) {
            return new HeldReader.Reading.Known(present);
        }
        return readAgain(run);
    }

    /** Reads from the core what it holds, whatever is remembered. */
    HeldReader.Reading readAgain(CoreIdentity run) {
        var reading = reader.read(run, now());
        if (reading instanceof HeldReader.Reading.Known known) {
            held = known.held();
        }
        return reading;
    }

    /** Returns whether so much time has passed that the core should be asked again what it holds. */
    boolean isReadBackDue(Held present, Duration every) {
        return machine.core().capabilities().listsUsers()
                && present.readAt().plus(every).compareTo(now()) <= 0;
    }

    private Duration now() {
        return machine.clock().elapsed();
    }

    private static Outcome waiting(String why) {
        return new Outcome.NotRunning(new Convergence.Waiting(why));
    }
}
