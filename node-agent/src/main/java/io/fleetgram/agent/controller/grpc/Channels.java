package io.fleetgram.agent.controller.grpc;

import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.shared.pki.ControllerName;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * Makes connections to controllers: TLS 1.3 and nothing older, and every controller proves the one name that they share,
 * whatever address it was reached by.
 */
final class Channels {

    /** A controller that sends nothing for this long is asked for a sign of life; it must allow that often. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    /** Larger than any delta or part of a snapshot that a controller sends. */
    private static final int LONGEST_MESSAGE = 8 << 20;

    private Channels() {}

    /** TLS as a node: our certificate is shown, and only our authority's controllers are believed. */
    static SslContext asNode(Credentials credentials) {
        try {
            return GrpcSslContexts.forClient()
                    .protocols("TLSv1.3")
                    .trustManager(credentials.authority())
                    .keyManager(credentials.privateKey(), credentials.chain().toArray(X509Certificate[]::new))
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS cannot be set up with this node's credentials", e);
        }
    }

    /** TLS as a stranger: no certificate is shown. */
    static SslContext asStranger(TrustManager trust) {
        try {
            return GrpcSslContexts.forClient()
                    .protocols("TLSv1.3")
                    .trustManager(trust)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    static ManagedChannel open(ControllerAddress address, SslContext tls, Duration connectDeadline) {
        return NettyChannelBuilder.forAddress(address.host(), address.port())
                .overrideAuthority(ControllerName.DNS)
                .sslContext(tls)
                .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connectDeadline.toMillis())
                .keepAliveTime(SILENCE.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS)
                .maxInboundMessageSize(LONGEST_MESSAGE)
                .disableRetry()
                .build();
    }
}
