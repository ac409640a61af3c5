package io.fleetgram.agent.controller.grpc;

import io.fleetgram.agent.controller.FakeFleet;
import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import io.fleetgram.shared.pki.KeyPairs;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A fleet in memory behind real TLS on a loopback port. */
public final class FleetServer implements AutoCloseable {

    private final Server server;

    private FleetServer(Server server) {
        this.server = server;
    }

    /** Serves as a controller of the fleet's own authority. */
    public static FleetServer start(FakeFleet fleet) throws IOException {
        return start(fleet, fleet.authority(), "TLSv1.3", 0);
    }

    /** Serves with a certificate of some authority, by one version of TLS, on a port; 0 for any. */
    static FleetServer start(FakeFleet fleet, CertificateAuthority authority, String tls, int port) throws IOException {
        var random = new SecureRandom();
        var keys = KeyPairs.generate(random);
        var now = Instant.now();
        var certificate = authority.issueForController(
                keys.getPublic(), new Validity(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1))), random);
        return start(fleet, List.of(certificate, authority.certificate()), keys.getPrivate(), tls, port);
    }

    static FleetServer start(FakeFleet fleet, List<X509Certificate> chain, PrivateKey key, String tls, int port)
            throws IOException {
        var context = GrpcSslContexts.configure(SslContextBuilder.forServer(key, chain.toArray(X509Certificate[]::new)))
                .protocols(tls)
                .trustManager(fleet.authority().certificate())
                .clientAuth(ClientAuth.OPTIONAL)
                .build();
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .sslContext(context)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .intercept(new OurNodesOnly())
                .addService(new FleetEndpoint(fleet))
                .build();
        return new FleetServer(server.start());
    }

    /** Serves as a controller behind a proxy: plain text, and tokens in the place of certificates. */
    public static FleetServer startBehindProxy(FakeFleet fleet, Supplier<byte[]> removalWord) throws IOException {
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .intercept(new TokensOnly(fleet))
                .addService(new FleetEndpoint(fleet, removalWord))
                .build();
        return new FleetServer(server.start());
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
