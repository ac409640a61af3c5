package io.fleetgram.agent.controller.grpc;

import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.Proof;
import io.fleetgram.agent.store.ProxyTrust;
import io.fleetgram.shared.pki.ControllerName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a controller can be reached and believes this node, without asking it for anything: a poll would cut the
 * one of the agent that runs here.
 */
public final class Reachability {

    private static final char[] NO_PASSWORD = {};

    private Reachability() {}

    /** Shakes hands and waits for the controller's first word; returns what went wrong, empty if nothing did. */
    public static Optional<String> fault(ControllerAddress address, Credentials credentials, Duration deadline) {
        int millis = (int) deadline.toMillis();
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.host(), address.port()), millis);
            plain.setSoTimeout(millis);
            try (var tls = (SSLSocket) context(credentials)
                    .getSocketFactory()
                    .createSocket(plain, name(address, credentials), address.port(), true)) {
                var parameters = tls.getSSLParameters();
                parameters.setProtocols(new String[] {"TLSv1.3"});
                parameters.setApplicationProtocols(new String[] {"h2"});
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
                tls.startHandshake();
                return tls.getInputStream().read() < 0
                        ? Optional.of("it closed the connection; was this node's certificate revoked?")
                        : Optional.empty();
            }
        } catch (IOException | GeneralSecurityException e) {
            return Optional.of(e.toString());
        }
    }

    private static String name(ControllerAddress address, Credentials credentials) {
        return credentials.proof() instanceof Proof.ByToken ? address.host() : ControllerName.DNS;
    }

    private static SSLContext context(Credentials credentials) throws GeneralSecurityException, IOException {
        var context = SSLContext.getInstance("TLSv1.3");
        switch (credentials.proof()) {
            case Proof.ByCertificate certificate -> context.init(keys(certificate), trust(certificate), null);
            case Proof.ByToken token -> context.init(null, trust(token.proxy()), null);
        }
        return context;
    }

    /** Null stands for the machine's own list of authorities. */
    private static TrustManager @Nullable [] trust(ProxyTrust proxy) {
        return switch (proxy) {
            case ProxyTrust.OfSystem system -> null;
            case ProxyTrust.Pinned pinned -> new TrustManager[] {new PinnedTrust(pinned.certificate())};
        };
    }

    private static TrustManager[] trust(Proof.ByCertificate certificate) throws GeneralSecurityException, IOException {
        var theirs = KeyStore.getInstance("PKCS12");
        theirs.load(null, null);
        theirs.setCertificateEntry("authority", certificate.authority());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(theirs);
        return trust.getTrustManagers();
    }

    private static KeyManager[] keys(Proof.ByCertificate certificate) throws GeneralSecurityException, IOException {
        var ours = KeyStore.getInstance("PKCS12");
        ours.load(null, null);
        ours.setKeyEntry(
                "node",
                certificate.privateKey(),
                NO_PASSWORD,
                certificate.chain().toArray(X509Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(ours, NO_PASSWORD);
        return keys.getKeyManagers();
    }
}
