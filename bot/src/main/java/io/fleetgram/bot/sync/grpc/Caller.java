package io.fleetgram.bot.sync.grpc;

import io.fleetgram.shared.pki.Certificates;
import io.grpc.Context;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * Who calls, by the certificate that the handshake proved.
 *
 * @param node key of the node, from the certificate's common name
 * @param serial in hexadecimal digits
 */
record Caller(String node, String serial, Instant notAfter) {

    /** The caller of the current call; unset for a call without certificate. */
    static final Context.Key<Caller> CURRENT = Context.key("caller");

    static Caller of(X509Certificate certificate) {
        return new Caller(
                Certificates.commonName(certificate),
                Certificates.serial(certificate),
                certificate.getNotAfter().toInstant());
    }
}
