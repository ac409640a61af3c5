package io.fleetgram.bot.health;

import io.fleetgram.bot.fleet.CoreFacts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one check of a node comes to.
 *
 * @param reason what is wrong, for operators; empty if nothing is
 * @param latency the slowest of the ports that answered
 * @param detail port by port, such as {@code 443: 14 ms, 8443: refused}
 */
public record Finding(Grade grade, String reason, Optional<Duration> latency, String detail) {

    /** Decides what a look at a node comes to: the worst of what was seen. */
    public static Finding of(Look look, HealthPolicy policy) {
        var latency = look.ports().values().stream()
                .flatMap(outcome -> took(outcome).stream())
                .max(Duration::compareTo);
        var dead = deadly(look, policy);
        var trouble = dead.or(() -> troubling(look, policy, latency));
        var grade = dead.isPresent() ? Grade.DEAD : trouble.isPresent() ? Grade.TROUBLED : Grade.WELL;
        return new Finding(grade, trouble.orElse(""), latency, words(look.ports()));
    }

    private static Optional<String> deadly(Look look, HealthPolicy policy) {
        boolean tried = !look.ports().isEmpty();
        if (tried && closed(look).size() == look.ports().size()) {
            return Optional.of("none of its ports can be reached (" + words(look.ports()) + ")");
        }
        if (heard(look, policy)) {
            return look.core()
                    .filter(state -> state == CoreFacts.State.STOPPED || state == CoreFacts.State.FAILED)
                    .map(state ->
                            state == CoreFacts.State.STOPPED ? "its core is stopped" : "its core does not come up");
        }
        return tried ? Optional.empty() : Optional.of("its agent is silent, and it has no port that can be tried");
    }

    private static Optional<String> troubling(Look look, HealthPolicy policy, Optional<Duration> latency) {
        var closed = closed(look);
        if (!closed.isEmpty()) {
            return Optional.of("some of its ports cannot be reached (" + words(closed) + ")");
        }
        if (!heard(look, policy)) {
            return Optional.of("its agent is silent; its ports answer, so its users are served");
        }
        if (latency.filter(took -> took.compareTo(policy.slow()) > 0).isPresent()) {
            return Optional.of("it answers slowly (" + words(look.ports()) + ")");
        }
        if (look.cpuPermille() > policy.busyPermille()) {
            return Optional.of("its processors are at %d %%".formatted(look.cpuPermille() / 10));
        }
        return Optional.empty();
    }

    private static boolean heard(Look look, HealthPolicy policy) {
        return look.heardAgo()
                .filter(ago -> ago.compareTo(policy.silent()) <= 0)
                .isPresent();
    }

    private static Map<Integer, PortOutcome> closed(Look look) {
        return look.ports().entrySet().stream()
                .filter(port -> took(port.getValue()).isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, java.util.TreeMap::new));
    }

    private static Optional<Duration> took(PortOutcome outcome) {
        return switch (outcome) {
            case PortOutcome.Open open -> Optional.of(open.took());
            case PortOutcome.Closed closed -> Optional.empty();
        };
    }

    private static String words(Map<Integer, PortOutcome> ports) {
        return ports.entrySet().stream()
                .map(port -> port.getKey() + ": " + words(port.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String words(PortOutcome outcome) {
        return switch (outcome) {
            case PortOutcome.Open open -> open.took().toMillis() + " ms";
            case PortOutcome.Closed closed -> closed.why();
        };
    }
}
