package io.fleetgram.parts.core.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** One inbound: its port, its users, and the streams they open. */
public final class VlessListener implements AutoCloseable {

    private final String tag;
    private final InboundUsers users = new InboundUsers();
    private final Counters counters;
    private final Policy policy;
    private final ServerSocketChannel channel;

    VlessListener(SimulatedConfiguration.VlessInbound inbound, Counters counters, Policy policy) throws IOException {
        this.tag = inbound.tag();
        this.counters = counters;
        this.policy = policy;
        inbound.users().forEach(users::add);
        if (policy.inboundUplink()) {
            counters.counter(counterName("uplink"));
        }
        if (policy.inboundDownlink()) {
            counters.counter(counterName("downlink"));
        }
        this.channel = listen(inbound.listen());
    }

    /** As the real cores do, shares a port with another core's listener instead of failing. */
    private static ServerSocketChannel listen(InetSocketAddress address) throws IOException {
        var channel = ServerSocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        try {
            return channel.bind(address, 1024);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    public String tag() {
        return tag;
    }

    public InboundUsers users() {
        return users;
    }

    void start() {
        Thread.ofPlatform().name("inbound-" + tag).start(this::acceptAll);
    }

    private void acceptAll() {
        while (true) {
            SocketChannel accepted;
            try {
                accepted = channel.accept();
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException("Inbound " + tag + " cannot accept any more", e);
            }
            Thread.ofVirtual().start(() -> new VlessConnection(this, accepted.socket()).run());
        }
    }

    CountedStream counted(CoreUser user) {
        return CountedStream.of(counters, policy, counterName(""), user);
    }

    private String counterName(String direction) {
        return "inbound>>>" + tag + ">>>traffic>>>" + direction;
    }

    /** Closes the port; live streams go on. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Nothing is owed to a peer that is gone.
            return;
        }
    }
}
