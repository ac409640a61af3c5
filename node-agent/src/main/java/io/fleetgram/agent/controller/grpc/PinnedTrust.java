package io.fleetgram.agent.controller.grpc;

import io.fleetgram.shared.pki.Fingerprint;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes a controller whose chain ends in the one authority that has this fingerprint.
 *
 * <p>It is all that a machine knows before it is enrolled. The rest (signatures, dates, name) is checked by Java's own rules
 * with that authority as the only anchor.
 */
final class PinnedTrust extends X509ExtendedTrustManager {

    private static final X509Certificate[] NOBODY = {};

    private final Fingerprint authority;

    PinnedTrust(Fingerprint authority) {
        this.authority = authority;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        anchoredIn(chain).checkServerTrusted(chain, keyExchange, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        anchoredIn(chain).checkServerTrusted(chain, keyExchange, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw new CertificateException("a controller's name cannot be checked without its connection");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        throw nobodyIsAClientHere();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        throw nobodyIsAClientHere();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw nobodyIsAClientHere();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NOBODY;
    }

    private X509ExtendedTrustManager anchoredIn(X509Certificate[] chain) throws CertificateException {
        var anchor = Stream.of(chain)
                .filter(certificate -> Fingerprint.of(certificate).equals(authority))
                .findFirst()
                .orElseThrow(() -> new CertificateException(
                        "no certificate of this controller has the fingerprint of the join command"));
        try {
            var anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            anchors.setCertificateEntry("authority", anchor);
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(anchors);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException("this Java runtime cannot check certificates", e);
        }
    }

    private static CertificateException nobodyIsAClientHere() {
        return new CertificateException("an agent serves nobody");
    }
}
