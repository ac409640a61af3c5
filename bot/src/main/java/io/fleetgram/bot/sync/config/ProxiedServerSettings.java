package io.fleetgram.bot.sync.config;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a proxy that ends TLS hands agents' calls on, in plain text. Open only if
 * {@code fleetgram.agents.behind-proxy.public-endpoints} says where agents reach that proxy.
 *
 * @param bindAddress the one local address that the proxy calls; never every address
 * @param port 0 to 65535; 0 takes a free one
 */
@ConfigurationProperties("fleetgram.agents.behind-proxy")
public record ProxiedServerSettings(
        @DefaultValue("127.0.0.1") String bindAddress,
        @DefaultValue("8444") int port) {

    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> EVERY_ADDRESS = Set.of("", "*", "0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0");

    public ProxiedServerSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "fleetgram.agents.behind-proxy.port is a port from 0 to 65535, not " + port);
        }
        if (EVERY_ADDRESS.contains(bindAddress.strip())) {
            throw new IllegalArgumentException(
                    "fleetgram.agents.behind-proxy.bind-address is the one address on which the proxy reaches this machine,"
                            + " like 127.0.0.1: nodes' tokens come over it in plain text, so it must not be every address");
        }
    }
}
