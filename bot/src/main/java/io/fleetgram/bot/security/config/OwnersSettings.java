package io.fleetgram.bot.security.config;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may do everything.
 *
 * @param owners Telegram user ids; names are mutable and are not accepted
 */
@ConfigurationProperties("fleetgram.telegram")
public record OwnersSettings(@DefaultValue Set<Long> owners) {

    public OwnersSettings {
        owners = Set.copyOf(owners);
        owners.stream().filter(id -> id <= 0).findAny().ifPresent(id -> {
            throw new IllegalArgumentException(
                    "fleetgram.telegram.owners: " + id + " is not a Telegram user id; those are positive numbers");
        });
    }
}
