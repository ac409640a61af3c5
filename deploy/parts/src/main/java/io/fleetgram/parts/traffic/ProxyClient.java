package io.fleetgram.parts.traffic;

import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.CoreProcess;
import io.fleetgram.parts.core.Cores;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.parts.vless.VlessClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * A user's client: takes SOCKS 5 on a loopback port and sends all through one share link.
 *
 * <p>It is a real core in a process of its own; only where there is none does code of ours stand in, for plain VLESS.
 */
public final class ProxyClient implements AutoCloseable {

    /** Something that runs until it is closed, and closes without complaint. */
    private interface Engine extends AutoCloseable {
        @Override
        void close();
    }

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final int READ_LIMIT_MILLIS = 60_000;

    private final String title;
    private final int socksPort;
    private final Engine engine;

    private ProxyClient(String title, int socksPort, Engine engine) {
        this.title = title;
        this.socksPort = socksPort;
        this.engine = engine;
    }

    /** A client of the best kind that can be had here. */
    public static ProxyClient open(ShareLink link) {
        var core = Cores.found().stream()
                .filter(found -> found.kind() == CoreKind.XRAY || (found.kind() == CoreKind.V2RAY && !link.needsXray()))
                .findFirst();
        if (core.isPresent()) {
            return open(link, core.get());
        }
        if (!link.plain()) {
            throw new IllegalStateException("No core is to be had that could be the client of " + link);
        }
        return over(
                "built-in VLESS client",
                SocksServer.start(new VlessClient(link.host(), link.port(), UUID.fromString(link.id()))));
    }

    static ProxyClient over(String title, SocksServer server) {
        return new ProxyClient(title, server.port(), server::close);
    }

    /** A client that is this core. */
    public static ProxyClient open(ShareLink link, CoreBinary core) {
        var port = FreePort.find();
        try {
            var directory = Files.createTempDirectory("fleetgram-client");
            var process = CoreProcess.start(core, directory, new ClientConfiguration(link, port).json());
            var client = new ProxyClient(core.title(), port, () -> {
                process.close();
                PartsCache.delete(directory);
            });
            client.awaitListening(process);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException("No directory for a proxy client", e);
        }
    }

    private void awaitListening(CoreProcess process) {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!listening()) {
            if (!process.running() || System.nanoTime() > deadline) {
                var output = process.output();
                close();
                throw new IllegalStateException(title + " did not start as a client: " + output);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private boolean listening() {
        try (var probe = new Socket()) {
            probe.connect(socks(), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Which program it is. */
    public String title() {
        return title;
    }

    public InetSocketAddress socks() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socksPort);
    }

    /** A new stream to a target through the proxy. A refusal shows when it is read: it ends, or its read runs out of time. */
    public Socket connect(String host, int port) throws IOException {
        var socket = new Socket(new Proxy(Proxy.Type.SOCKS, socks()));
        try {
            socket.setSoTimeout(READ_LIMIT_MILLIS);
            socket.connect(InetSocketAddress.createUnresolved(host, port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Fetches an address through the proxy on a stream of its own. */
    public PlainHttp.Transfer get(URI address) throws IOException {
        try (var socket = connect(address.getHost(), address.getPort())) {
            return new PlainHttp(socket.getInputStream(), socket.getOutputStream()).get(address);
        }
    }

    /** Sends so many bytes to an address through the proxy on a stream of its own. */
    public PlainHttp.Transfer post(URI address, long length) throws IOException {
        try (var socket = connect(address.getHost(), address.getPort())) {
            return new PlainHttp(socket.getInputStream(), socket.getOutputStream()).post(address, length);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
