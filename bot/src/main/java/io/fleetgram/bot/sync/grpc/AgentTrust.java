package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.security.NodeCredentials.Revocation;
import io.fleetgram.bot.sync.app.Standings;
import io.fleetgram.shared.EntryKey;
import io.fleetgram.shared.pki.Certificates;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Accepts client certificates of our own authority and no others.
 *
 * <p>An expired one passes the handshake, because Renew must be reachable with it. So does that of a removed node, which has
 * to learn over verified TLS that it was removed. Both find every other method closed. A revoked one is refused here.
 */
final class AgentTrust extends X509ExtendedTrustManager {

    /** Extended key usage "client authentication" (RFC 5280, 4.2.1.12). */
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

    private final X509Certificate authority;
    private final Standings standings;
    private final InstantSource time;

    AgentTrust(X509Certificate authority, Standings standings, InstantSource time) {
        this.authority = authority;
        this.standings = standings;
        this.time = time;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        var certificate = chain[0];
        if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            throw new CertificateException("a certificate of another authority");
        }
        try {
            certificate.verify(authority.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new CertificateException("a certificate that our authority did not sign", e);
        }
        checkPurpose(certificate);
        if (certificate.getNotBefore().toInstant().isAfter(time.instant())) {
            throw new CertificateException("a certificate that is not valid yet");
        }
        var revocation = standings.revocation(Certificates.serial(certificate));
        if (revocation.isPresent() && revocation.get() != Revocation.NODE_REMOVED) {
            throw new CertificateException("a revoked certificate");
        }
    }

    private static void checkPurpose(X509Certificate certificate) throws CertificateException {
        var purposes = certificate.getExtendedKeyUsage();
        if (certificate.getBasicConstraints() >= 0 || !List.of(CLIENT).equals(purposes)) {
            throw new CertificateException("not a node's certificate");
        }
        try {
            new EntryKey.OfNode(Certificates.commonName(certificate));
        } catch (IllegalArgumentException e) {
            throw new CertificateException("a certificate that names no node", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {authority};
    }
}
