package io.fleetgram.bot.fleet.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a node may take for a command before the controller calls its end unknown; a minute is added for the way.
 *
 * @param info how long a node may take to read logs, configuration or statistics, 1 s to 5 min; a minute later a command's end
 *     is unknown
 * @param work how long a node may take to bring users to its core, 1 s to 5 min; likewise
 * @param coreRestart how long a node may take to start, stop or restart its core, 1 s to 10 min; likewise
 */
@ConfigurationProperties("fleetgram.deadlines")
public record DeadlineSettings(
        @DefaultValue("5s") Duration info,
        @DefaultValue("15s") Duration work,
        @DefaultValue("30s") Duration coreRestart) {

    private static final Duration LEAST = Duration.ofSeconds(1);

    public DeadlineSettings {
        check("info", info, "5m", Duration.ofMinutes(5));
        check("work", work, "5m", Duration.ofMinutes(5));
        check("core-restart", coreRestart, "10m", Duration.ofMinutes(10));
    }

    private static void check(String key, Duration value, String mostText, Duration most) {
        if (value.compareTo(LEAST) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("fleetgram.deadlines.%s is from 1s to %s".formatted(key, mostText));
        }
    }
}
