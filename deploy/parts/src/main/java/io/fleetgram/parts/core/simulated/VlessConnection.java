package io.fleetgram.parts.core.simulated;

import io.fleetgram.parts.vless.VlessRequest;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** One client's connection: who it is, where it goes, and its bytes in both directions until both have ended. */
final class VlessConnection {

    private static final byte[] ANSWER = {0, 0};
    private static final int DIAL_LIMIT_MILLIS = 10_000;

    private final VlessListener listener;
    private final Socket client;

    VlessConnection(VlessListener listener, Socket client) {
        this.listener = listener;
        this.client = client;
    }

    void run() {
        try (client) {
            client.setTcpNoDelay(true);
            var in = new DataInputStream(new BufferedInputStream(client.getInputStream(), 32 * 1024));
            var request = VlessRequest.read(in);
            var user = listener.users().withId(request.user());
            if (user.isPresent()) {
                proxy(in, request, listener.counted(user.get()));
            }
        } catch (IOException gone) {
            // A client that leaves, speaks no VLESS, or names a dead target ends its own connection and nothing else.
            VlessListener.closeQuietly(client);
        }
    }

    private void proxy(InputStream in, VlessRequest request, CountedStream counted) throws IOException {
        counted.request(request.bytes().length);
        try (var target = new Socket()) {
            target.connect(new InetSocketAddress(request.host(), request.port()), DIAL_LIMIT_MILLIS);
            target.setTcpNoDelay(true);
            var uplink = Thread.ofVirtual().start(() -> copyUplink(in, target, counted));
            copyDownlink(target, counted);
            client.shutdownOutput();
            uplink.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copyUplink(InputStream in, Socket target, CountedStream counted) {
        try {
            copy(in, target.getOutputStream(), counted.allUplink());
            target.shutdownOutput();
        } catch (IOException broken) {
            VlessListener.closeQuietly(target);
        }
    }

    private void copyDownlink(Socket target, CountedStream counted) throws IOException {
        counted.answer(ANSWER.length);
        client.getOutputStream().write(ANSWER);
        copy(target.getInputStream(), client.getOutputStream(), counted.allDownlink());
    }

    /** Counts what came in before it is passed on, as the real cores do: bytes for a dead peer are counted too. */
    private static void copy(InputStream from, OutputStream to, List<AtomicLong> counters) throws IOException {
        var buffer = new byte[32 * 1024];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            CountedStream.add(counters, read);
            to.write(buffer, 0, read);
        }
    }
}
