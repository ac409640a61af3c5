package io.fleetgram.agent.store;

import io.fleetgram.shared.pki.Fingerprint;

/** What the proxy that ends TLS in front of the controllers is known by. */
public sealed interface ProxyTrust {

    /** An authority of this machine's own list vouches for it. */
    record OfSystem() implements ProxyTrust {}

    /** One certificate of its chain has this fingerprint, and the others descend from that one. */
    record Pinned(Fingerprint certificate) implements ProxyTrust {}

    /** The word for {@link OfSystem}. */
    String SYSTEM = "system";

    /**
     * Reads {@code system}, or a certificate's SHA-256 as 43 characters of Base64 for URLs or as 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static ProxyTrust parse(String text) {
        if (text.equals(SYSTEM)) {
            return new OfSystem();
        }
        return new Pinned(text.length() == 43 ? Fingerprint.fromBase64(text) : Fingerprint.parse(text));
    }

    /** Returns what {@link #parse} reads. */
    default String text() {
        return switch (this) {
            case OfSystem system -> SYSTEM;
            case Pinned pinned -> pinned.certificate().hex();
        };
    }
}
