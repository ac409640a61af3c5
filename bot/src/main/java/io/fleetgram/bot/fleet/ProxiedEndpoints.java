package io.fleetgram.bot.fleet;

import io.fleetgram.shared.pki.Fingerprint;
import java.util.List;
import java.util.Optional;

/**
 * Where agents reach the controllers through a proxy that ends TLS.
 *
 * @param addresses host:port in the order to try them; empty when no node comes that way
 * @param certificate what agents know the proxy by: a certificate in its chain; empty when the machine's own list of
 *     authorities decides
 */
public record ProxiedEndpoints(List<String> addresses, Optional<Fingerprint> certificate) {

    private static final String SYSTEM = "system";

    /** @throws IllegalArgumentException naming the first address that is no host:port */
    public ProxiedEndpoints {
        addresses = new AgentEndpoints(addresses).addresses();
    }

    /** Returns how a join command says what the proxy is known by. */
    public String trust() {
        return certificate.map(Fingerprint::base64).orElse(SYSTEM);
    }

    /** Reads {@code system}, or the SHA-256 of a certificate in hexadecimal digits. */
    public static Optional<Fingerprint> certificate(String text) {
        return text.strip().equals(SYSTEM) ? Optional.empty() : Optional.of(Fingerprint.parse(text));
    }
}
