package io.fleetgram.bot.security;

import io.fleetgram.shared.pki.Fingerprint;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** The certificates that nodes were given, for as long as anyone could show one. */
public interface NodeCertificates extends NodeCredentials {

    void add(String nodeKey, X509Certificate certificate, Instant at);

    /** Returns the newest certificate for this key that is neither revoked nor past its end. */
    Optional<X509Certificate> newestFor(String nodeKey, Fingerprint key, Instant at);

    /** As {@link #newestFor}, if it has never been used. */
    Optional<X509Certificate> unusedFor(String nodeKey, Fingerprint key, Instant at);
}
