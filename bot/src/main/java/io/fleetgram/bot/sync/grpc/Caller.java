package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.shared.pki.Certificates;
import io.grpc.Context;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * Who calls, by the certificate that the handshake proved or by the token that the call carries.
 *
 * @param node key of the node
 * @param serial of the certificate, or the token's id, in hexadecimal digits
 * @param notAfter end of the certificate; tokens have none
 */
record Caller(String node, String serial, Instant notAfter, CredentialKind kind) {

    /** The caller of the current call; unset for a call that proves nothing. */
    static final Context.Key<Caller> CURRENT = Context.key("caller");

    static Caller of(X509Certificate certificate) {
        return new Caller(
                Certificates.commonName(certificate),
                Certificates.serial(certificate),
                certificate.getNotAfter().toInstant(),
                CredentialKind.CERTIFICATE);
    }

    static Caller of(String node, String tokenId) {
        return new Caller(node, tokenId, Instant.MAX, CredentialKind.TOKEN);
    }
}
