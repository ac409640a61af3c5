package io.fleetgram.bot.sync.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where agents are served.
 *
 * @param bindAddress the local address to listen on
 * @param port the port that agents dial, 0 to 65535; 0 takes a free one
 */
@ConfigurationProperties("fleetgram.agents")
public record AgentServerSettings(
        @DefaultValue("0.0.0.0") String bindAddress,
        @DefaultValue("8443") int port) {

    private static final int HIGHEST_PORT = 65_535;

    public AgentServerSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("fleetgram.agents.port is a port from 0 to 65535, not " + port);
        }
        if (bindAddress.isBlank()) {
            throw new IllegalArgumentException("fleetgram.agents.bind-address is a local address, like 0.0.0.0");
        }
    }
}
