package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.bot.sync.app.Watches;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The port that agents dial. */
public final class AgentServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AgentServer.class);

    /** A sealed batch of traffic is the largest message that agents send, with 1 MB at most. */
    private static final int LARGEST_MESSAGE = 1_100_000;

    private static final int LARGEST_HEADERS = 8 * 1024;
    /** An agent has a poll, a status and a traffic report under way; the rest is room for repeats. */
    private static final int CALLS_PER_CONNECTION = 16;

    private final InetSocketAddress address;
    private final AgentControlEndpoint endpoint;
    private final CallGate gate;
    private final ServerIdentity identity;
    private final Supplier<AgentTrust> trust;
    private final Watches watches;
    private @Nullable Server server;
    private @Nullable ExecutorService threads;

    AgentServer(
            InetSocketAddress address,
            AgentControlEndpoint endpoint,
            CallGate gate,
            ServerIdentity identity,
            Supplier<AgentTrust> trust,
            Watches watches) {
        this.address = address;
        this.endpoint = endpoint;
        this.gate = gate;
        this.identity = identity;
        this.trust = trust;
        this.watches = watches;
    }

    /** Returns the port that is listened on. */
    public int port() {
        if (server == null) {
            throw new IllegalStateException("the agents' port is not open");
        }
        return server.getPort();
    }

    @Override
    public void start() {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var starting = NettyServerBuilder.forAddress(address)
                .sslContext(tls())
                .executor(executor)
                .intercept(gate)
                .addService(endpoint)
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .maxInboundMetadataSize(LARGEST_HEADERS)
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
                // A peer that does not finish the handshake holds a socket and nothing else; not for long.
                .handshakeTimeout(10, TimeUnit.SECONDS)
                // Finds dead agents within 80 s, also behind NAT that forgets idle connections after a minute or two.
                .keepAliveTime(60, TimeUnit.SECONDS)
                .keepAliveTimeout(20, TimeUnit.SECONDS)
                // Agents may look for a dead controller more often than gRPC's 5 min; also between two calls.
                .permitKeepAliveTime(10, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                // Agents spread again over controllers that were added, and handshakes are checked anew; the grace is
                // longer than the longest poll, so no poll is cut by it.
                .maxConnectionAge(1, TimeUnit.HOURS)
                .maxConnectionAgeGrace(75, TimeUnit.SECONDS)
                .maxConnectionIdle(10, TimeUnit.MINUTES)
                .build();
        try {
            server = starting.start();
        } catch (IOException e) {
            executor.close();
            throw new UncheckedIOException(
                    "the port for agents, %s, cannot be opened; set fleetgram.agents.port or end what uses it"
                            .formatted(address),
                    e);
        }
        threads = executor;
        LOG.info("Agents are served on port {}.", server.getPort());
    }

    @Override
    public void stop() {
        var stopping = server;
        var executor = threads;
        server = null;
        threads = null;
        if (stopping == null || executor == null) {
            return;
        }
        stopping.shutdown();
        watches.endAll(new CallRefused(AgentError.UNAVAILABLE, "the controller stops; try another one"));
        try {
            if (!stopping.awaitTermination(5, TimeUnit.SECONDS)) {
                stopping.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            stopping.shutdownNow();
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** After the tailer, whose knowledge it serves. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 100;
    }

    private SslContext tls() {
        try {
            return GrpcSslContexts.configure(SslContextBuilder.forServer(identity))
                    .trustManager(trust.get())
                    // Enroll comes without a certificate; every other method asks for one itself.
                    .clientAuth(ClientAuth.OPTIONAL)
                    .protocols("TLSv1.3")
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS for agents cannot be set up", e);
        }
    }
}
