package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.ForeignCore;
import io.fleetgram.agent.core.ForeignCore.ForeignInbound;
import io.fleetgram.agent.core.ForeignCore.Look;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.KnownUsers;
import io.fleetgram.agent.core.StartedWith.Listener;
import io.fleetgram.agent.core.UserListing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A core that somebody else runs: its inbounds are as they are, and those that the fleet names get the fleet's users and no
 * others. An inbound that is missing, or is of another protocol or port, is told and left alone.
 */
final class Attached implements Presence {

    private final Machine machine;
    private final ForeignCore foreign;
    /** Tags of inbounds that the fleet named in this run: their users are the fleet's to take out, too. */
    private final Set<String> ours = new HashSet<>();

    private Map<String, ForeignInbound> inbounds = Map.of();
    private @Nullable Held held;

    Attached(Machine machine, ForeignCore foreign) {
        this.machine = machine;
        this.foreign = foreign;
    }

    @Override
    public Outcome ensure(Desired desired, Target target) {
        var run = machine.supervisor().adopt();
        if (run.isEmpty()) {
            return new Outcome.NotRunning(new Convergence.Failed(
                    machine.supervisor().status() instanceof CoreStatus.Down down
                            ? "the core, which somebody else runs, cannot be used: " + down.why()
                            : "the core, which somebody else runs, is away"));
        }
        boolean more =
                desired.inbounds().stream().map(Inbound::tag).filter(ours::add).count() > 0;
        var present = held;
        if (present == null || more || !present.core().equals(run.get())) {
            if (readAgain(run.get()) instanceof HeldReader.Reading.Unknown unknown) {
                return new Outcome.NotRunning(new Convergence.Waiting("the core does not answer: " + unknown.why()));
            }
        }
        var plan = plan(desired.inbounds());
        var known = Objects.requireNonNull(held);
        return new Outcome.Running(new Held(known.core(), listeners(plan), known.users(), known.readAt()), plan, false);
    }

    @Override
    public Outcome reread(CoreIdentity run, Desired desired, Target target) {
        return readAgain(run) instanceof HeldReader.Reading.Unknown unknown
                ? new Outcome.NotRunning(new Convergence.Waiting("the core does not answer: " + unknown.why()))
                : ensure(desired, target);
    }

    private InboundPlan plan(List<Inbound> desired) {
        var runnable = new LinkedHashMap<String, Inbound>();
        var failed = new ArrayList<FailedEntry>();
        for (var inbound : desired) {
            obstacle(inbound, Optional.ofNullable(inbounds.get(inbound.tag())))
                    .ifPresentOrElse(
                            why -> failed.add(new FailedEntry(InboundPlan.keyOf(inbound), why, false)),
                            () -> runnable.put(inbound.tag(), inbound));
        }
        return new InboundPlan(runnable, failed, List.of());
    }

    private static Optional<String> obstacle(Inbound desired, Optional<ForeignInbound> there) {
        if (there.isEmpty()) {
            return Optional.of(
                    "the core on this node is run by somebody else and has no inbound with the tag %s: add it "
                                    .formatted(desired.tag())
                            + "to the core's own configuration, or let the agent run the core");
        }
        if (!there.get().protocol().equals(Optional.of(desired.protocol()))) {
            return Optional.of(
                    "the inbound %s of this node's core, which somebody else runs, is not %s: change one of them"
                            .formatted(desired.tag(), desired.protocol()));
        }
        int port = there.get().port();
        return port != 0 && port != desired.port()
                ? Optional.of(
                        "the inbound %s of this node's core, which somebody else runs, has port %d and not %d: change one of them"
                                .formatted(desired.tag(), port, desired.port()))
                : Optional.empty();
    }

    /** Those that failed keep the users that they should have, but get no more. */
    private Map<String, Listener> listeners(InboundPlan plan) {
        var listeners = new HashMap<String, Listener>();
        inbounds.forEach((tag, inbound) -> {
            if (ours.contains(tag) && inbound.protocol().isPresent()) {
                var runnable = plan.runnable().get(tag);
                listeners.put(
                        tag,
                        new Listener(inbound.port(), runnable == null ? "somebody else's" : runnable.fingerprint()));
            }
        });
        return listeners;
    }

    @Override
    public HeldReader.Reading readAgain(CoreIdentity run) {
        if (!(foreign.look() instanceof Look.Usable usable)) {
            return new HeldReader.Reading.Unknown("its inbounds cannot be listed");
        }
        var users = new KnownUsers();
        var listeners = new HashMap<String, Listener>();
        for (var inbound : usable.inbounds().entrySet()) {
            if (!ours.contains(inbound.getKey())
                    || inbound.getValue().protocol().isEmpty()) {
                continue;
            }
            switch (machine.core().usersOf(inbound.getKey())) {
                case UserListing.Users listed -> {
                    users.replace(inbound.getKey(), listed.accounts());
                    listeners.put(
                            inbound.getKey(), new Listener(inbound.getValue().port(), ""));
                }
                case UserListing.NoSuchInbound gone -> {}
                case UserListing.CannotList cannot -> {
                    return new HeldReader.Reading.Unknown("it does not list its users: use a newer Xray");
                }
                case UserListing.Unreachable unreachable -> {
                    return new HeldReader.Reading.Unknown(unreachable.reason());
                }
            }
        }
        inbounds = usable.inbounds();
        var fresh = new Held(run, listeners, users, machine.clock().elapsed());
        held = fresh;
        return new HeldReader.Reading.Known(fresh);
    }

    @Override
    public boolean isCheckDue(Held present, Duration every) {
        return present.readAt().plus(every).compareTo(machine.clock().elapsed()) <= 0;
    }

    @Override
    public void checked(Held present) {}
}
