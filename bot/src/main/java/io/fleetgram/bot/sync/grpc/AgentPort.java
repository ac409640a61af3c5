package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.bot.sync.app.Watches;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A port on which the agent protocol is spoken. */
final class AgentPort {

    /** A sealed batch of traffic is the largest message that agents send, with 1 MB at most. */
    private static final int LARGEST_MESSAGE = 1_100_000;

    private static final int LARGEST_HEADERS = 8 * 1024;
    /** An agent has a poll, a status and a traffic report under way; the rest is room for repeats. */
    private static final int CALLS_PER_AGENT = 16;

    private final InetSocketAddress address;
    private final String setting;
    private final AgentControlEndpoint endpoint;
    private final CallGate gate;
    private final Watches watches;
    private @Nullable Server server;
    private @Nullable ExecutorService threads;

    /** @param setting names the port to operators */
    AgentPort(
            InetSocketAddress address, String setting, AgentControlEndpoint endpoint, CallGate gate, Watches watches) {
        this.address = address;
        this.setting = setting;
        this.endpoint = endpoint;
        this.gate = gate;
        this.watches = watches;
    }

    int number() {
        if (server == null) {
            throw new IllegalStateException("the agents' port is not open");
        }
        return server.getPort();
    }

    boolean isOpen() {
        return server != null;
    }

    /** @param tls empty for a port that a proxy calls, over one connection for many agents */
    void open(Optional<SslContext> tls) {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var starting = NettyServerBuilder.forAddress(address)
                .executor(executor)
                .intercept(gate)
                .addService(endpoint)
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .maxInboundMetadataSize(LARGEST_HEADERS)
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
                .maxConnectionIdle(10, TimeUnit.MINUTES);
        tls.ifPresent(context -> starting.sslContext(context).maxConcurrentCallsPerConnection(CALLS_PER_AGENT));
        try {
            server = starting.build().start();
        } catch (IOException e) {
            executor.close();
            throw new UncheckedIOException(
                    "the port for agents, %s, cannot be opened; set %s or end what uses it".formatted(address, setting),
                    e);
        }
        threads = executor;
    }

    void close() {
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
}
