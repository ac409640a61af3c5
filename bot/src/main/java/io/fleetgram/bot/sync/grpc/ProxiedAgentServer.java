package io.fleetgram.bot.sync.grpc;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The port that a proxy calls for agents, having ended their TLS: plain text, on one address, for tokens only. */
public final class ProxiedAgentServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProxiedAgentServer.class);

    private final AgentPort port;
    private final boolean wanted;

    /** @param wanted whether any address is set under which agents reach a proxy */
    ProxiedAgentServer(AgentPort port, boolean wanted) {
        this.port = port;
        this.wanted = wanted;
    }

    /** Returns the port that is listened on. */
    public int port() {
        return port.number();
    }

    @Override
    public void start() {
        port.open(Optional.empty());
        LOG.info("Agents behind a proxy are served on port {}.", port.number());
    }

    @Override
    public void stop() {
        port.close();
    }

    @Override
    public boolean isRunning() {
        return port.isOpen();
    }

    @Override
    public boolean isAutoStartup() {
        return wanted;
    }

    /** After the tailer, whose knowledge it serves. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 100;
    }
}
