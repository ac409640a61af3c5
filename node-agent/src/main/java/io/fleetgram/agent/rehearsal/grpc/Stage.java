package io.fleetgram.agent.rehearsal.grpc;

import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import io.fleetgram.shared.pki.KeyPairs;
import io.fleetgram.wire.agent.v1.Account;
import io.fleetgram.wire.agent.v1.Entry;
import io.fleetgram.wire.agent.v1.EntryBody;
import io.fleetgram.wire.agent.v1.Inbound;
import io.fleetgram.wire.agent.v1.NoSecurity;
import io.fleetgram.wire.agent.v1.Protocol;
import io.fleetgram.wire.agent.v1.TcpTransport;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Everything that an agent meets on a node but the core: an authority, a controller behind TLS, credentials, entries. */
public final class Stage implements AutoCloseable {

    private static final String NODE = "rehearsal";
    private static final String INBOUND = "in1";
    private static final Duration LIFE = Duration.ofHours(1);

    private final StageController controller;
    private final Server server;

    private Stage(StageController controller, Server server) {
        this.controller = controller;
        this.server = server;
    }

    /** Opens a loopback port and makes the agent's directory that of a node of this controller. */
    public static Stage set(AgentDirectory directory, InstantSource time) throws IOException {
        var random = new SecureRandom();
        var now = time.instant();
        var validity = new Validity(now.minus(LIFE), now.plus(LIFE));
        var authority = CertificateAuthority.create(NODE, validity, random);
        var controllerKeys = KeyPairs.generate(random);
        var certificate = authority.issueForController(controllerKeys.getPublic(), validity, random);
        var controller = new StageController(List.of(inbound(freePort()), account(1)), account(2), time);
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sslContext(GrpcSslContexts.configure(SslContextBuilder.forServer(
                                controllerKeys.getPrivate(), certificate, authority.certificate()))
                        .protocols("TLSv1.3")
                        .trustManager(authority.certificate())
                        .clientAuth(ClientAuth.REQUIRE)
                        .build())
                .addService(controller)
                .build()
                .start();
        var nodeKeys = KeyPairs.generate(random);
        directory.create();
        CredentialFile.write(
                directory.credentials(),
                new Credentials(
                        NODE,
                        NODE,
                        nodeKeys.getPrivate(),
                        List.of(
                                authority.issueForNode(NODE, nodeKeys.getPublic(), validity, random),
                                authority.certificate()),
                        List.of(new ControllerAddress("127.0.0.1", server.getPort()))));
        return new Stage(controller, server);
    }

    /** Returns whether the agent reported in time that it has brought everything into its core. */
    public boolean awaitApplied(Duration atMost) throws InterruptedException {
        return controller.awaitApplied(atMost);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Entry inbound(int port) {
        return entry(
                "i/" + INBOUND,
                EntryBody.newBuilder()
                        .setInbound(Inbound.newBuilder()
                                .setKey(INBOUND)
                                .setTag("in-" + INBOUND)
                                .setListen("127.0.0.1")
                                .setPort(port)
                                .setProtocol(Protocol.PROTOCOL_VLESS)
                                .setNone(NoSecurity.getDefaultInstance())
                                .setTcp(TcpTransport.getDefaultInstance()))
                        .build());
    }

    private static Entry account(int number) {
        return entry(
                "a/account" + number + "." + INBOUND,
                EntryBody.newBuilder()
                        .setAccount(Account.newBuilder()
                                .setAccountKey("account" + number)
                                .setInboundKey(INBOUND)
                                .setUuid(UUID.randomUUID().toString()))
                        .build());
    }

    private static Entry entry(String key, EntryBody body) {
        return Entry.newBuilder().setKey(key).setBody(body.toByteString()).build();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
