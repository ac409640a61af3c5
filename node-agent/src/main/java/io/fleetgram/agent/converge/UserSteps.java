package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.UserChange;
import io.fleetgram.agent.core.UserFact;
import io.fleetgram.agent.core.UserOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One walk from the users that a running core has to the ones that are desired.
 *
 * <p>It ends early, and says so, when the core goes away.
 */
final class UserSteps {

    /** An addition that meets somebody of the same e-mail needs a second round. */
    private static final int MOST_ROUNDS = 3;

    private final Machine machine;
    private final Quarantine quarantine;
    private final Held held;
    private final Target target;
    private final Set<String> open;
    private final Map<String, Account> suspects = new HashMap<>();
    private Optional<String> gone = Optional.empty();
    private int added;
    private int removed;

    /** Users may be added on inbounds with these tags only: the others run in another form than the desired one. */
    UserSteps(Machine machine, Quarantine quarantine, Held held, Target target, Set<String> open) {
        this.machine = machine;
        this.quarantine = quarantine;
        this.held = held;
        this.target = target;
        this.open = open;
    }

    /** Returns what is to be done for all entries that are not kept out. */
    UserPlan plan() {
        return plan(this::isKeptOut);
    }

    private UserPlan plan(Predicate<String> spared) {
        var plan = UserPlan.nothing();
        for (String tag : held.listeners().keySet()) {
            plan = plan.and(UserPlan.of(tag, target.usersOf(tag), held.users(), spared, open.contains(tag)));
        }
        return plan;
    }

    private boolean isKeptOut(String email) {
        return quarantine.holds(Target.keyOf(email));
    }

    /** Does the plan, then tries entries whose pause is over, each alone. */
    void walk() {
        for (int round = 0; round < MOST_ROUNDS && gone.isEmpty(); round++) {
            var plan = plan();
            if (plan.isEmpty()) {
                break;
            }
            send(plan);
        }
        for (var failure : quarantine.failures()) {
            if (gone.isEmpty() && failure.key().startsWith("a/")) {
                retry(failure.key());
            }
        }
    }

    private void retry(String key) {
        var now = machine.clock().elapsed();
        if (quarantine.obstacle(key, now).isPresent()) {
            return;
        }
        String email = key.substring("a/".length());
        send(plan(other -> !other.equals(email)));
        if (target.accountOf(email).equals(actual(email))) {
            quarantine.release(key);
        }
    }

    private Optional<Account> actual(String email) {
        return held.listeners().keySet().stream()
                .filter(tag -> !held.users().unsureOf(tag).contains(email))
                .flatMap(tag -> Optional.ofNullable(held.users().of(tag).get(email)).stream())
                .findFirst();
    }

    private void send(UserPlan plan) {
        send(plan.removals());
        if (gone.isEmpty()) {
            send(plan.additions());
        }
    }

    private void send(List<UserChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        note(changes.stream()
                .<UserFact>map(change -> new UserFact.Unsure(change.tag(), change.email()))
                .toList());
        var outcomes = machine.core().alter(changes);
        var facts = new ArrayList<UserFact>();
        for (int i = 0; i < changes.size(); i++) {
            judge(changes.get(i), outcomes.get(i));
            facts.add(UserFact.after(changes.get(i), outcomes.get(i)));
        }
        facts.forEach(held.users()::learn);
        note(facts);
        if (machine.record().isLong()) {
            machine.record().begin(held.core(), held.users());
        }
    }

    /** Sends users that are surely there; returns how many were not, and are now. */
    int putBack(List<UserChange> known) {
        int missing = 0;
        var outcomes = machine.core().alter(known);
        for (int i = 0; i < known.size(); i++) {
            switch (outcomes.get(i)) {
                case UserOutcome.Done done -> missing++;
                case UserOutcome.CoreGone away -> judge(known.get(i), away);
                case UserOutcome.AlreadyThere there -> {}
                case UserOutcome.NotThere not -> {}
                case UserOutcome.Refused refused -> {}
            }
        }
        return missing;
    }

    private void note(List<UserFact> facts) {
        if (!machine.core().capabilities().listsUsers()) {
            machine.record().note(facts);
        }
    }

    private void judge(UserChange change, UserOutcome outcome) {
        switch (outcome) {
            case UserOutcome.Done done -> count(change);
            case UserOutcome.AlreadyThere there -> {}
            case UserOutcome.NotThere not -> {}
            case UserOutcome.Refused refused -> {
                if (change instanceof UserChange.Add add) {
                    keepOut(add.email(), add.account(), "the core refuses it: " + refused.reason());
                }
            }
            case UserOutcome.CoreGone away -> {
                gone = Optional.of(away.reason());
                if (away.sent() && change instanceof UserChange.Add add) {
                    suspects.put(add.email(), add.account());
                }
            }
        }
    }

    private void keepOut(String email, Account account, String reason) {
        quarantine.add(Target.keyOf(email), account, reason, machine.clock().elapsed());
    }

    private void count(UserChange change) {
        switch (change) {
            case UserChange.Add add -> added++;
            case UserChange.Remove remove -> {
                if (target.accountOf(remove.email()).isEmpty()) {
                    removed++;
                }
            }
        }
    }

    /** Why the walk ended early; empty if it went to its end. */
    Optional<String> gone() {
        return gone;
    }

    Map<String, Account> suspects() {
        return suspects;
    }

    int added() {
        return added;
    }

    int removed() {
        return removed;
    }
}
