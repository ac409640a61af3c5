package io.fleetgram.bot.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which feature may know which: the one table. A feature that is not in it may know nothing. */
final class Directions {

    private static final String ROOT = "io.fleetgram.bot.";

    private static final Set<String> KITS = Set.of("platform", "security", "audit", "scheduling", "telegram");

    /** Beside the kits, which every feature may know. */
    private static final Map<String, Set<String>> FEATURES = Map.ofEntries(
            entry("fleet", Set.of()),
            entry("sync", Set.of("fleet")),
            entry("inbounds", Set.of("sync", "fleet")),
            entry("accounts", Set.of("inbounds", "sync", "fleet")),
            entry("traffic", Set.of("sync", "accounts", "inbounds", "fleet")),
            entry("health", Set.of("sync", "fleet")),
            entry("balance", Set.of("health", "traffic", "accounts", "fleet")),
            entry("failover", Set.of("balance", "health", "fleet")),
            entry("subscription", Set.of("accounts", "traffic", "balance", "inbounds", "fleet")),
            entry("backup", Set.of()));

    /** Features that put the others together. */
    private static final Set<String> OVER_ALL = Set.of("console", "reports", "alerts");

    private static final Map<String, Set<String>> AMONG_KITS = Map.of(
            "platform", Set.of(),
            "audit", Set.of("platform"),
            "security", Set.of("audit", "platform"),
            "telegram", Set.of("security", "audit", "platform"),
            "scheduling", Set.of("telegram", "security", "audit", "platform"));

    private Directions() {}

    static boolean allows(String from, String to) {
        if (from.equals(to) || OVER_ALL.contains(from)) {
            return true;
        }
        if (KITS.contains(from)) {
            return AMONG_KITS.getOrDefault(from, Set.of()).contains(to);
        }
        return FEATURES.containsKey(from)
                && (KITS.contains(to) || FEATURES.get(from).contains(to));
    }

    /** The condition that every class keeps to the table. {@code root} is the package above the features. */
    static ArchCondition<JavaClass> condition(String root) {
        return new ArchCondition<>("know only the features that the table of directions names") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                feature(root, from.getPackageName())
                        .ifPresent(mine -> from.getDirectDependenciesFromSelf().stream()
                                .forEach(dependency -> feature(
                                                root,
                                                dependency.getTargetClass().getPackageName())
                                        .filter(theirs -> !allows(mine, theirs))
                                        .ifPresent(theirs -> events.add(SimpleConditionEvent.violated(
                                                from,
                                                mine + " must not know " + theirs + ": "
                                                        + dependency.getDescription())))));
            }
        };
    }

    static ArchCondition<JavaClass> condition() {
        return condition(ROOT);
    }

    private static Optional<String> feature(String root, String packageName) {
        return packageName.startsWith(root)
                ? Optional.of(packageName.substring(root.length()).split("\\.")[0])
                : Optional.empty();
    }
}
