package io.fleetgram.agent.core;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All that is known of the users of a running core. For one thread at a time. */
public final class KnownUsers {

    private final Map<String, Map<String, Account>> has = new HashMap<>();
    private final Map<String, Set<String>> unsure = new HashMap<>();

    /** Takes over all users of one inbound; what was known of that inbound is forgotten. */
    public void replace(String tag, Map<String, Account> users) {
        has.put(tag, new HashMap<>(users));
        unsure.remove(tag);
    }

    public void learn(UserFact fact) {
        switch (fact) {
            case UserFact.Has known -> {
                sure(known);
                has.computeIfAbsent(known.tag(), tag -> new HashMap<>()).put(known.email(), known.account());
            }
            case UserFact.Lacks known -> {
                sure(known);
                var users = has.get(known.tag());
                if (users != null) {
                    users.remove(known.email());
                }
            }
            case UserFact.Unsure known ->
                unsure.computeIfAbsent(known.tag(), tag -> new HashSet<>()).add(known.email());
        }
    }

    private void sure(UserFact fact) {
        var emails = unsure.get(fact.tag());
        if (emails != null) {
            emails.remove(fact.email());
        }
    }

    /** Returns the accounts by e-mail that an inbound has for certain or had before a change of unknown outcome. */
    public Map<String, Account> of(String tag) {
        return Collections.unmodifiableMap(has.getOrDefault(tag, Map.of()));
    }

    /** Returns the e-mails of an inbound of which nobody knows whether they are there, or with which account. */
    public Set<String> unsureOf(String tag) {
        return Collections.unmodifiableSet(unsure.getOrDefault(tag, Set.of()));
    }

    /** Forgets all certainty about the users of an inbound. */
    public void doubt(String tag) {
        of(tag).keySet().forEach(email -> learn(new UserFact.Unsure(tag, email)));
    }

    public int size() {
        return has.values().stream().mapToInt(Map::size).sum();
    }

    /** Returns everything as facts, which a fresh instance may learn in this order. */
    public Iterable<UserFact> facts() {
        return () -> Stream.concat(
                        has.entrySet().stream()
                                .flatMap(inbound -> inbound.getValue().entrySet().stream()
                                        .<UserFact>map(user ->
                                                new UserFact.Has(inbound.getKey(), user.getKey(), user.getValue()))),
                        unsure.entrySet().stream()
                                .flatMap(inbound -> inbound.getValue().stream()
                                        .<UserFact>map(email -> new UserFact.Unsure(inbound.getKey(), email))))
                .iterator();
    }
}
