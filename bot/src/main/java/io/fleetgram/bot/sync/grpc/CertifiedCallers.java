package io.fleetgram.bot.sync.grpc;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Knows callers by the certificate that the handshake proved, and by nothing that a call says. */
final class CertifiedCallers implements Callers {

    @Override
    public Optional<Caller> of(ServerCall<?, ?> call, Metadata headers) {
        var session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Caller.of((X509Certificate) session.getPeerCertificates()[0]));
        } catch (SSLPeerUnverifiedException withoutCertificate) {
            return Optional.empty();
        }
    }
}
