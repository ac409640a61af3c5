package io.fleetgram.bot.fleet.config;

import io.fleetgram.bot.fleet.ProxiedEndpoints;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How machines become nodes through a proxy that ends TLS.
 *
 * @param publicEndpoints host:port under which nodes reach the proxy, in the order to try them; join commands name the first
 * @param certificate {@code system}, or the SHA-256 of a certificate in the proxy's chain, in hexadecimal digits
 */
@ConfigurationProperties("fleetgram.agents.behind-proxy")
public record ProxiedJoinSettings(
        @DefaultValue List<String> publicEndpoints,
        @DefaultValue("system") String certificate) {

    public ProxiedJoinSettings {
        publicEndpoints = List.copyOf(publicEndpoints);
        try {
            ProxiedEndpoints.certificate(certificate);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "fleetgram.agents.behind-proxy.certificate is system, or the SHA-256 of a certificate in the proxy's"
                            + " chain in 64 hexadecimal digits, not: " + certificate,
                    e);
        }
    }
}
