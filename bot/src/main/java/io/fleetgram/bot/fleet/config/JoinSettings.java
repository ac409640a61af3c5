package io.fleetgram.bot.fleet.config;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How machines become nodes.
 *
 * @param publicEndpoints host:port under which nodes reach the controllers, in the order to try them; join commands name
 *     the first
 */
@ConfigurationProperties("fleetgram.agents")
public record JoinSettings(@DefaultValue List<String> publicEndpoints) {

    public JoinSettings {
        publicEndpoints = List.copyOf(publicEndpoints);
    }
}
