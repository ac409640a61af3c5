package io.fleetgram.parts.traffic;

import io.fleetgram.parts.vless.VlessClient;
import io.fleetgram.parts.vless.VlessStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** SOCKS 5 (RFC 1928: no authentication, CONNECT only) on a loopback port, each stream through a VLESS inbound. */
final class SocksServer {

    private static final int VERSION = 5;
    private static final int IPV4 = 1;
    private static final int DOMAIN = 3;
    private static final byte[] NO_AUTHENTICATION = {VERSION, 0};
    private static final byte[] CONNECTED = {VERSION, 0, 0, IPV4, 0, 0, 0, 0, 0, 0};

    private final ServerSocket server;
    private final VlessClient out;

    private SocksServer(ServerSocket server, VlessClient out) {
        this.server = server;
        this.out = out;
    }

    static SocksServer start(VlessClient out) {
        try {
            var started = new SocksServer(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()), out);
            Thread.ofPlatform().daemon().name("socks-" + started.port()).start(started::acceptAll);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("No port for SOCKS", e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("SOCKS port " + port() + " could not be closed", e);
        }
    }

    private void acceptAll() {
        while (true) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException("SOCKS port " + port() + " cannot accept any more", e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            in.skipNBytes(1);
            in.skipNBytes(in.readUnsignedByte());
            client.getOutputStream().write(NO_AUTHENTICATION);
            in.skipNBytes(3);
            var host = readHost(in);
            var port = in.readUnsignedShort();
            try (var stream = out.open(host, port)) {
                client.getOutputStream().write(CONNECTED);
                Thread.ofVirtual().start(() -> sendAll(in, stream));
                stream.input().transferTo(client.getOutputStream());
            }
        } catch (IOException gone) {
            // One side has left; both streams are closed by now and nobody waits for either.
            return;
        }
    }

    private static void sendAll(InputStream in, VlessStream stream) {
        try {
            in.transferTo(stream.output());
            stream.endOutput();
        } catch (IOException gone) {
            // The reading side sees the end of the stream too and closes both.
            return;
        }
    }

    private static String readHost(DataInputStream in) throws IOException {
        var type = in.readUnsignedByte();
        return switch (type) {
            case IPV4 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
            case DOMAIN -> new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
            default -> throw new IOException("SOCKS address type " + type + " is not served");
        };
    }
}
