package io.fleetgram.bot.fleet.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Commands to nodes.
 *
 * @param pendingFor how long a command waits for its node, 10 s to 24 h
 * @param kept how long commands stay on record, 1 to 365 days
 */
@ConfigurationProperties("fleetgram.commands")
public record CommandSettings(
        @DefaultValue("10m") Duration pendingFor,
        @DefaultValue("30d") Duration kept) {

    public CommandSettings {
        if (pendingFor.compareTo(Duration.ofSeconds(10)) < 0 || pendingFor.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("fleetgram.commands.pending-for is from 10s to 24h");
        }
        if (kept.compareTo(Duration.ofDays(1)) < 0 || kept.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException("fleetgram.commands.kept is from 1d to 365d");
        }
    }
}
