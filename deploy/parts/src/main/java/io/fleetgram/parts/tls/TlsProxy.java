package io.fleetgram.parts.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Ends TLS 1.3 with a certificate for localhost, and hands the bytes on to a port of this machine in plain text. */
public final class TlsProxy implements AutoCloseable {

    private final SSLServerSocket listener;
    private final IntSupplier target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private TlsProxy(SSLServerSocket listener, IntSupplier target) {
        this.listener = listener;
        this.target = target;
    }

    /** Opens a free port in front of this one. */
    public static TlsProxy inFrontOf(int target, ProxyCertificate certificate) {
        return inFrontOf(() -> target, certificate);
    }

    /** Opens a free port in front of one that is asked for anew at each connection. */
    public static TlsProxy inFrontOf(IntSupplier target, ProxyCertificate certificate) {
        try {
            var listener = (SSLServerSocket) certificate
                    .context()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var parameters = listener.getSSLParameters();
            parameters.setProtocols(new String[] {"TLSv1.3"});
            parameters.setApplicationProtocols(new String[] {"h2"});
            listener.setSSLParameters(parameters);
            var proxy = new TlsProxy(listener, target);
            Thread.ofVirtual().name("tls-proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy's port cannot be opened", e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Returns {@code localhost:port}. */
    public String address() {
        return "localhost:" + port();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = (SSLSocket) listener.accept();
                Thread.ofVirtual().name("tls-proxy-connection").start(() -> serve(client));
            } catch (IOException closed) {
                close();
            }
        }
    }

    /** A side that fails ends both: a proxy has nothing to say of its own. */
    private void serve(SSLSocket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt())) {
            open.add(client);
            open.add(server);
            client.startHandshake();
            var back = Thread.ofVirtual().name("tls-proxy-back").start(() -> pump(server, client));
            pump(client, server);
            back.join();
        } catch (IOException | InterruptedException ended) {
            closeQuietly(client);
        } finally {
            open.remove(client);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            closeQuietly(from);
        } finally {
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nobody is left to tell.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(TlsProxy::closeQuietly);
    }
}
