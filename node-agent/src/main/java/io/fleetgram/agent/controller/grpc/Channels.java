package io.fleetgram.agent.controller.grpc;

import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.Proof;
import io.fleetgram.agent.store.ProxyTrust;
import io.fleetgram.shared.pki.ControllerName;
import io.fleetgram.shared.pki.Fingerprint;
import io.fleetgram.shared.pki.NodeToken;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.stub.MetadataUtils;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * Makes connections to controllers: TLS 1.3 and nothing older. Every controller proves the one name that they share,
 * whatever address it was reached by; a proxy that ends TLS proves its own.
 */
final class Channels {

    /** A controller that sends nothing for this long is asked for a sign of life; it must allow that often. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    /** Larger than any delta or part of a snapshot that a controller sends. */
    private static final int LONGEST_MESSAGE = 8 << 20;

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private Channels() {}

    /** TLS as a node: our certificate is shown, or a token through a proxy, and only those whom the credentials name are believed. */
    static SslContext asNode(Credentials credentials) {
        return switch (credentials.proof()) {
            case Proof.ByCertificate certificate ->
                context(GrpcSslContexts.forClient()
                        .trustManager(certificate.authority())
                        .keyManager(
                                certificate.privateKey(), certificate.chain().toArray(X509Certificate[]::new)));
            case Proof.ByToken token -> asStranger(token.proxy());
        };
    }

    /** TLS as a stranger to a controller whose authority is pinned: no certificate is shown. */
    static SslContext asStranger(Fingerprint authority) {
        return context(GrpcSslContexts.forClient().trustManager(new PinnedTrust(authority)));
    }

    /** TLS to a proxy: no certificate is shown. */
    static SslContext asStranger(ProxyTrust proxy) {
        return switch (proxy) {
            case ProxyTrust.OfSystem system -> context(GrpcSslContexts.forClient());
            case ProxyTrust.Pinned pinned -> asStranger(pinned.certificate());
        };
    }

    /** Connects to where these credentials are good for; behind a proxy every call carries the token. */
    static ManagedChannel open(
            ControllerAddress address, Credentials credentials, SslContext tls, Duration connectDeadline) {
        return switch (credentials.proof()) {
            case Proof.ByCertificate certificate -> open(address, tls, connectDeadline);
            case Proof.ByToken token ->
                builder(address, tls, connectDeadline)
                        .intercept(MetadataUtils.newAttachHeadersInterceptor(bearer(token.token())))
                        .build();
        };
    }

    /** Connects to a controller, whatever its address: every one proves the one name that all share. */
    static ManagedChannel open(ControllerAddress address, SslContext tls, Duration connectDeadline) {
        return builder(address, tls, connectDeadline)
                .overrideAuthority(ControllerName.DNS)
                .build();
    }

    /** Connects to a proxy, which proves the name that it is reached by. */
    static ManagedChannel openToProxy(ControllerAddress address, SslContext tls, Duration connectDeadline) {
        return builder(address, tls, connectDeadline).build();
    }

    private static Metadata bearer(NodeToken token) {
        var headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token.secret());
        return headers;
    }

    private static SslContext context(SslContextBuilder builder) {
        try {
            return builder.protocols("TLSv1.3").build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS cannot be set up with this node's credentials", e);
        }
    }

    private static NettyChannelBuilder builder(ControllerAddress address, SslContext tls, Duration connectDeadline) {
        return NettyChannelBuilder.forAddress(address.host(), address.port())
                .sslContext(tls)
                .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connectDeadline.toMillis())
                .keepAliveTime(SILENCE.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS)
                .maxInboundMessageSize(LONGEST_MESSAGE)
                .disableRetry();
    }
}
