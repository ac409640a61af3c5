package io.fleetgram.agent.converge;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Entries that failed, each kept out until its own pause is over, so that none holds up the others.
 *
 * <p>An entry that comes in another form is tried at once. For one thread at a time.
 */
final class Quarantine {

    /**
     * An entry that failed.
     *
     * @param form what was tried: another form of the same entry has not failed yet
     * @param failures how often in a row it failed
     * @param until when it may be tried again
     */
    record Case(Object form, String reason, int failures, Duration until) {}

    private final Duration first;
    private final Duration longest;
    private final Map<String, Case> cases = new LinkedHashMap<>();

    Quarantine(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** Puts an entry away that was tried in this form, for twice as long as the last time. */
    void add(String key, Object form, String reason, Duration now) {
        int failures = Optional.ofNullable(cases.get(key))
                        .filter(earlier -> earlier.form().equals(form))
                        .map(Case::failures)
                        .orElse(0)
                + 1;
        cases.put(key, new Case(form, reason, failures, now.plus(pause(failures))));
    }

    /** Puts an entry away for the longest pause at once: trying it again costs every user of the node a connection. */
    void addForLong(String key, Object form, String reason, Duration now) {
        cases.put(key, new Case(form, reason, 1, now.plus(longest)));
    }

    private Duration pause(int failures) {
        var pause = first;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** Forgets the case of an entry that went well. */
    void release(String key) {
        cases.remove(key);
    }

    /** Forgets the cases of all users. */
    void releaseUsers() {
        cases.keySet().removeIf(key -> key.startsWith("a/"));
    }

    /** Forgets cases whose entry is no longer desired in the form that failed. */
    void retain(BiPredicate<String, Object> stillDesired) {
        cases.entrySet()
                .removeIf(entry ->
                        !stillDesired.test(entry.getKey(), entry.getValue().form()));
    }

    boolean holds(String key) {
        return cases.containsKey(key);
    }

    /** Returns why an entry must not be tried now; empty if it may be. */
    Optional<String> obstacle(String key, Duration now) {
        return Optional.ofNullable(cases.get(key))
                .filter(held -> held.until().compareTo(now) > 0)
                .map(Case::reason);
    }

    List<FailedEntry> failures() {
        return cases.entrySet().stream()
                .map(entry -> new FailedEntry(entry.getKey(), entry.getValue().reason(), false))
                .toList();
    }
}
