package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.KnownUsers;
import io.fleetgram.agent.core.UserChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Desired users minus actual ones: what to send to a running core, removals first.
 *
 * @param removals of users that are not desired, or that are there with another account or nobody knows with which
 * @param additions of users that are missing once the removals are made
 * @param unchanged how many are there as desired
 */
record UserPlan(List<UserChange> removals, List<UserChange> additions, int unchanged) {

    /**
     * Plans one inbound.
     *
     * @param desired accounts by e-mail
     * @param spared e-mails to leave alone whatever they are
     * @param open whether users may be added: not on an inbound that runs in another form than the desired one
     */
    static UserPlan of(
            String tag, Map<String, Account> desired, KnownUsers actual, Predicate<String> spared, boolean open) {
        var has = actual.of(tag);
        var unsure = actual.unsureOf(tag);
        var removals = new ArrayList<UserChange>();
        var additions = new ArrayList<UserChange>();
        int unchanged = 0;
        for (var user : has.entrySet()) {
            var email = user.getKey();
            boolean stays = open
                    ? user.getValue().equals(desired.get(email)) && !unsure.contains(email)
                    : desired.containsKey(email);
            if (stays) {
                unchanged++;
            } else if (!spared.test(email)) {
                removals.add(new UserChange.Remove(tag, email));
            }
        }
        for (var email : unsure) {
            if (!has.containsKey(email) && !spared.test(email)) {
                removals.add(new UserChange.Remove(tag, email));
            }
        }
        if (open) {
            desired.forEach((email, account) -> {
                boolean there = account.equals(has.get(email)) && !unsure.contains(email);
                if (!there && !spared.test(email)) {
                    additions.add(new UserChange.Add(tag, email, account));
                }
            });
        }
        return new UserPlan(removals, additions, unchanged);
    }

    int size() {
        return removals.size() + additions.size();
    }

    boolean isEmpty() {
        return removals.isEmpty() && additions.isEmpty();
    }

    UserPlan and(UserPlan other) {
        var allRemovals = new ArrayList<>(removals);
        allRemovals.addAll(other.removals);
        var allAdditions = new ArrayList<>(additions);
        allAdditions.addAll(other.additions);
        return new UserPlan(allRemovals, allAdditions, unchanged + other.unchanged);
    }

    static UserPlan nothing() {
        return new UserPlan(List.of(), List.of(), 0);
    }
}
