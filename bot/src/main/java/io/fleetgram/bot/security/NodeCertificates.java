package io.fleetgram.bot.security;

import io.fleetgram.shared.pki.Fingerprint;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The certificates that nodes were given, for as long as anyone could show one. */
public interface NodeCertificates {

    /** Why a certificate may not be used any more. */
    enum Revocation {
        /** A newer certificate of the same node came into use. */
        SUPERSEDED,
        /** An operator said so. */
        BY_OPERATOR,
        /** Its node was deleted. */
        NODE_REMOVED
    }

    /** A certificate that may not be used any more. */
    record Revoked(String serial, String nodeKey, Revocation why) {}

    void add(String nodeKey, X509Certificate certificate, Instant at);

    /** Returns the newest certificate for this key that is neither revoked nor past its end. */
    Optional<X509Certificate> newestFor(String nodeKey, Fingerprint key, Instant at);

    /** As {@link #newestFor}, if it has never been used. */
    Optional<X509Certificate> unusedFor(String nodeKey, Fingerprint key, Instant at);

    /** Takes note that a certificate is in use; returns whether this is the first time. */
    boolean markUsed(String serial, Instant at);

    /** Returns whether the node has a certificate that is not revoked. */
    boolean any(String nodeKey);

    /** Revokes the node's other certificates because this one came into use, and returns their serials. */
    List<String> supersede(String nodeKey, String serial, Instant at);

    /** Revokes every certificate of the node, and returns their serials. */
    List<String> revokeAll(String nodeKey, String why, Instant at);

    /** Returns every one that is revoked, also past its end: renewal takes expired certificates, but no revoked ones. */
    List<Revoked> revoked();

    Optional<Revoked> revoked(String serial);
}
