package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Configurations.Written;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.StartedWith.Listener;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts a configuration in place that has every desired inbound which the core can run, and finds those it cannot. */
final class Installer {

    /** What came of it. */
    sealed interface Installed {

        /** The file for the next start is that of this plan. */
        record InPlace(InboundPlan plan) implements Installed {}

        /** Without what cannot be run, nothing is left that would differ from the running core. */
        record NothingNew() implements Installed {}

        /** The file stays as it was. */
        record Impossible(String why) implements Installed {}
    }

    private final Machine machine;
    private final Quarantine quarantine;

    Installer(Machine machine, Quarantine quarantine) {
        this.machine = machine;
        this.quarantine = quarantine;
    }

    InboundPlan plan(Desired desired, Map<String, Listener> running) {
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

    /** Installs the plan, or what is left of it when inbounds that the core's test refuses are left out. */
    Installed install(Desired desired, Target target, Map<String, Listener> running) {
        while (true) {
            var plan = plan(desired, running);
            if (!running.isEmpty() && plan.changes().isEmpty()) {
                return new Installed.NothingNew();
            }
            var configuration = target.configuration(plan.runnable().values(), this::isKeptOut);
            switch (machine.configurations().write(configuration)) {
                case Written.Accepted accepted -> {
                    plan.runnable().values().forEach(inbound -> quarantine.release(InboundPlan.keyOf(inbound)));
                    return new Installed.InPlace(plan);
                }
                case Written.NotWritten not -> {
                    return new Installed.Impossible(not.why());
                }
                case Written.Refused refused -> {
                    var guilty = refusedAlone(fresh(plan, running), target, refused.why());
                    if (guilty.isEmpty()) {
                        return new Installed.Impossible(refused.why());
                    }
                    guilty.forEach((inbound, reason) ->
                            quarantine.add(InboundPlan.keyOf(inbound), inbound.fingerprint(), reason, now()));
                }
            }
        }
    }

    /** Tests each inbound alone; if none is at fault alone, each may be at fault together with others. */
    private Map<Inbound, String> refusedAlone(Collection<Inbound> fresh, Target target, String why) {
        var reasons = new HashMap<Inbound, String>();
        for (var inbound : fresh) {
            machine.configurations()
                    .refusal(target.configuration(List.of(inbound), this::isKeptOut))
                    .ifPresent(reason -> reasons.put(inbound, reason));
        }
        if (reasons.isEmpty()) {
            fresh.forEach(inbound -> reasons.put(inbound, why));
        }
        return reasons;
    }

    /**
     * Keeps out the inbounds for which a core with a tested configuration did not start: those whose port the core names,
     * else those that a core which ran a moment ago did not have.
     *
     * @return those that are kept out now; none if nothing points at an inbound
     */
    Collection<Inbound> blame(InboundPlan tried, Map<String, Listener> before, String why) {
        var named = tried.runnable().values().stream()
                .filter(inbound -> names(why, inbound.port()))
                .toList();
        Collection<Inbound> guilty = named.isEmpty() && !before.isEmpty() ? fresh(tried, before) : named;
        guilty.forEach(inbound -> quarantine.addForLong(
                InboundPlan.keyOf(inbound), inbound.fingerprint(), "the core does not start with it: " + why, now()));
        return guilty;
    }

    /** Keeps out for long what a fresh core does not run: it would not run it after another restart either. */
    void blameMissing(Desired desired, Map<String, Listener> running) {
        fresh(plan(desired, running), running)
                .forEach(inbound -> quarantine.addForLong(
                        InboundPlan.keyOf(inbound),
                        inbound.fingerprint(),
                        "the core was started with it and does not run it",
                        now()));
    }

    void pardon(Collection<Inbound> inbounds) {
        inbounds.forEach(inbound -> quarantine.release(InboundPlan.keyOf(inbound)));
    }

    private static Collection<Inbound> fresh(InboundPlan plan, Map<String, Listener> running) {
        return plan.runnable().values().stream()
                .filter(inbound -> !runsSo(inbound, running))
                .toList();
    }

    static boolean runsSo(Inbound inbound, Map<String, Listener> running) {
        return Optional.ofNullable(running.get(inbound.tag()))
                .filter(listener -> listener.fingerprint().equals(inbound.fingerprint()))
                .isPresent();
    }

    /** Cores say "failed to listen TCP on 443" and "listen tcp 192.0.2.1:443: bind: …". */
    private static boolean names(String why, int port) {
        return Pattern.compile("(:|on )" + port + "\\b").matcher(why).find();
    }

    boolean isKeptOut(String email) {
        return quarantine.holds(Target.keyOf(email));
    }

    private Duration now() {
        return machine.clock().elapsed();
    }
}
