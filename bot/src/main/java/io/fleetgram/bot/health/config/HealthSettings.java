package io.fleetgram.bot.health.config;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Checks of nodes.
 *
 * @param interval between two rounds of checks, 5 s to 10 min
 * @param timeout how long one check may take, 1 s to 60 s
 * @param failures bad checks in a row that make a verdict worse, 1 to 20
 * @param successes good checks in a row that make a verdict better, 1 to 20
 * @param slow how long a port may take to answer before the node counts as degraded, 10 ms to 60 s
 * @param busyPercent of a node's processors, above which it counts as degraded, 10 to 100, which it never is
 * @param steady how long a node must stay well for a relapse not to count as flapping, 1 min to 24 h
 * @param anchors addresses as host:port that should always be reachable, such as name servers; if none of them is, a mass failure is
 *     taken for this controller's own
 * @param checksKept how long single checks are kept, 1 to 400 days
 */
@ConfigurationProperties("fleetgram.health")
public record HealthSettings(
        @DefaultValue("30s") Duration interval,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("3") int failures,
        @DefaultValue("2") int successes,
        @DefaultValue("1500ms") Duration slow,
        @DefaultValue("97") int busyPercent,
        @DefaultValue("30m") Duration steady,
        @DefaultValue({}) List<String> anchors,
        @DefaultValue("90d") Duration checksKept) {

    private static final int MOST_CHECKS = 20;

    public HealthSettings {
        anchors = List.copyOf(anchors);
        within("interval", interval, Duration.ofSeconds(5), Duration.ofMinutes(10), "5s to 10m");
        within("timeout", timeout, Duration.ofSeconds(1), Duration.ofSeconds(60), "1s to 60s");
        within("slow", slow, Duration.ofMillis(10), Duration.ofSeconds(60), "10ms to 60s");
        within("steady", steady, Duration.ofMinutes(1), Duration.ofHours(24), "1m to 24h");
        within("checks-kept", checksKept, Duration.ofDays(1), Duration.ofDays(400), "1d to 400d");
        within("failures", failures, 1, MOST_CHECKS);
        within("successes", successes, 1, MOST_CHECKS);
        within("busy-percent", busyPercent, 10, 100);
        for (var anchor : anchors) {
            if (!anchor.matches("(\\[[0-9a-fA-F:]+]|[^\\s:\\[\\]]+):\\d{1,5}")) {
                throw new IllegalArgumentException(
                        "fleetgram.health.anchors are addresses like 9.9.9.9:53, not: " + anchor);
            }
        }
    }

    private static void within(String key, Duration value, Duration least, Duration most, String range) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("fleetgram.health.%s is from %s".formatted(key, range));
        }
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "fleetgram.health.%s is from %d to %d, not %d".formatted(key, least, most, value));
        }
    }
}
