package io.fleetgram.bot.sync.grpc;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The port that agents dial, with TLS of our own. */
public final class AgentServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AgentServer.class);

    private final AgentPort port;
    private final ServerIdentity identity;
    private final Supplier<AgentTrust> trust;

    AgentServer(AgentPort port, ServerIdentity identity, Supplier<AgentTrust> trust) {
        this.port = port;
        this.identity = identity;
        this.trust = trust;
    }

    /** Returns the port that is listened on. */
    public int port() {
        return port.number();
    }

    @Override
    public void start() {
        port.open(Optional.of(tls()));
        LOG.info("Agents are served on port {}.", port.number());
    }

    @Override
    public void stop() {
        port.close();
    }

    @Override
    public boolean isRunning() {
        return port.isOpen();
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
