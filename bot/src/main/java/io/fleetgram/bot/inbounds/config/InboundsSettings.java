package io.fleetgram.bot.inbounds.config;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The inbounds that the first start adds; read then only.
 *
 * @param vlessTcpPort port of VLESS over plain TCP, 1 to 65535
 * @param realityPort port of VLESS REALITY, 1 to 65535
 * @param realityTarget the site that REALITY looks like, as host:port
 * @param realityServerNames names under which that site is asked for
 */
@ConfigurationProperties("fleetgram.inbounds")
public record InboundsSettings(
        @DefaultValue("8388") int vlessTcpPort,
        @DefaultValue("443") int realityPort,
        @DefaultValue("www.microsoft.com:443") String realityTarget,
        @DefaultValue("www.microsoft.com") List<String> realityServerNames) {

    private static final int HIGHEST_PORT = 65_535;

    public InboundsSettings {
        realityServerNames = List.copyOf(realityServerNames);
        check("vless-tcp-port", vlessTcpPort);
        check("reality-port", realityPort);
    }

    private static void check(String key, int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "fleetgram.inbounds.%s is a port from 1 to 65535, not %d".formatted(key, port));
        }
    }
}
