package io.fleetgram.bench.controller;

import io.fleetgram.bench.bare.Pki;
import io.fleetgram.shared.pki.ControllerName;
import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** A node's own TLS connection to a controller. */
final class Calls implements AutoCloseable {

    private static final int DEADLINE_SECONDS = 120;

    private final ManagedChannel channel;

    Calls(int port, Pki.Identity identity, X509Certificate authority) {
        try {
            channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                    .overrideAuthority(ControllerName.DNS)
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(authority)
                            .keyManager(identity.keys().getPrivate(), identity.certificate(), authority)
                            .protocols("TLSv1.3")
                            .build())
                    .disableRetry()
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    AgentControlGrpc.AgentControlBlockingStub call() {
        return AgentControlGrpc.newBlockingStub(channel).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
