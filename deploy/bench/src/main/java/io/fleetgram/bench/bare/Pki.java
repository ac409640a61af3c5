package io.fleetgram.bench.bare;

import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import io.fleetgram.shared.pki.KeyPairs;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;

/** Certificates of a fleet's authority, as the product makes them. */
public record Pki(CertificateAuthority authority) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Who a node is. */
    public record Identity(KeyPair keys, X509Certificate certificate) {}

    /** An authority of its own. */
    public static Pki ofItsOwn() {
        return new Pki(CertificateAuthority.create("fleet of the benchmarks", aDay(), RANDOM));
    }

    private static Validity aDay() {
        var now = Instant.now();
        return new Validity(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)));
    }

    public Identity node(String key) {
        var keys = KeyPairs.generate(RANDOM);
        return new Identity(keys, authority.issueForNode(key, keys.getPublic(), aDay(), RANDOM));
    }

    /** TLS 1.3 of a controller that takes nodes of this fleet and nobody else. */
    SslContext controllerTls() {
        var keys = KeyPairs.generate(RANDOM);
        var certificate = authority.issueForController(keys.getPublic(), aDay(), RANDOM);
        try {
            return GrpcSslContexts.configure(
                            SslContextBuilder.forServer(keys.getPrivate(), certificate, authority.certificate()))
                    .protocols("TLSv1.3")
                    .trustManager(authority.certificate())
                    .clientAuth(ClientAuth.REQUIRE)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }
}
