package io.fleetgram.parts.vless;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.UUID;

/** A client of a VLESS inbound without encryption over TCP, which adds nothing of its own to the stream. */
public record VlessClient(String host, int port, UUID user) {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    /**
     * Opens a stream to a target through the inbound.
     *
     * <p>The inbound does not say whether it knows the user: one that it refuses sees the stream end at the first read.
     */
    public VlessStream open(String targetHost, int targetPort) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(CONNECT_LIMIT.toMillis()));
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(new VlessRequest(user, targetHost, targetPort).bytes());
            return new VlessStream(socket, new DataInputStream(socket.getInputStream()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
