package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.Configuration;
import io.fleetgram.agent.core.Credential;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.PopulatedInbound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is to be served on which inbound: the desired users with accounts that fit their inbound.
 *
 * @param inbounds by tag, in the order of their keys
 * @param failed account entries that fit no inbound
 */
record Target(Map<String, PopulatedInbound> inbounds, List<FailedEntry> failed) {

    static Target of(Desired desired) {
        var inbounds = new LinkedHashMap<String, PopulatedInbound>();
        var failed = new ArrayList<FailedEntry>();
        var known = new HashMap<String, Inbound>();
        for (var inbound : desired.inbounds()) {
            known.put(inbound.key(), inbound);
            var users = new HashMap<String, Account>();
            desired.users()
                    .getOrDefault(inbound.key(), Map.of())
                    .forEach((email, credential) -> inbound.accountOf(credential)
                            .ifPresentOrElse(
                                    account -> users.put(email, account),
                                    () -> failed.add(
                                            new FailedEntry(keyOf(email), misfit(inbound, credential), false))));
            inbounds.putIfAbsent(inbound.tag(), new PopulatedInbound(inbound, users));
        }
        desired.users().forEach((inbound, users) -> {
            if (!known.containsKey(inbound)) {
                users.keySet()
                        .forEach(email -> failed.add(new FailedEntry(
                                keyOf(email), "its inbound " + inbound + " is not part of this node's state", false)));
            }
        });
        return new Target(inbounds, failed);
    }

    private static String misfit(Inbound inbound, Credential credential) {
        boolean id = credential instanceof Credential.Id;
        return "%s users have %s, and this one has %s"
                .formatted(inbound.protocol(), id ? "a password" : "a UUID", id ? "a UUID" : "a password");
    }

    static String keyOf(String email) {
        return "a/" + email;
    }

    /** Returns the account of a user on whatever inbound. */
    Optional<Account> accountOf(String email) {
        return inbounds.values().stream()
                .flatMap(inbound -> Optional.ofNullable(inbound.users().get(email)).stream())
                .findFirst();
    }

    /** Returns the configuration that runs these inbounds with all their users but the ones that are kept out. */
    Configuration configuration(Iterable<Inbound> run, Predicate<String> keptOut) {
        var populated = new ArrayList<PopulatedInbound>();
        for (var inbound : run) {
            var users = new HashMap<>(usersOf(inbound.tag()));
            users.keySet().removeIf(keptOut);
            populated.add(new PopulatedInbound(inbound, users));
        }
        return new Configuration(populated);
    }

    Map<String, Account> usersOf(String tag) {
        var inbound = inbounds.get(tag);
        return inbound == null ? Map.of() : inbound.users();
    }
}
