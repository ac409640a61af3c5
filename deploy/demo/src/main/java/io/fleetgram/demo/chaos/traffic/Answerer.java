package io.fleetgram.demo.chaos.traffic;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The site that users visit: reads two numbers of four bytes, then as many bytes as the first says, and answers with as many as the
 * second says; again and again on one stream.
 */
public final class Answerer implements AutoCloseable {

    /** Bytes of the two numbers. */
    static final int HEAD = 8;

    private static final int BLOCK = 16 * 1024;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Answerer(ServerSocket server) {
        this.server = server;
        threads.execute(this::accept);
    }

    public static Answerer start() {
        try {
            return new Answerer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException("No port for the site that users visit", e);
        }
    }

    String host() {
        return "127.0.0.1";
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket;
                var in = new DataInputStream(socket.getInputStream());
                var out = new BufferedOutputStream(socket.getOutputStream(), BLOCK)) {
            var block = new byte[BLOCK];
            while (true) {
                int request = in.readInt();
                int answer = in.readInt();
                in.skipNBytes(request);
                for (int left = answer; left > 0; left -= block.length) {
                    out.write(block, 0, Math.min(left, block.length));
                }
                out.flush();
            }
        } catch (EOFException ended) {
            // The visitor has left.
        } catch (IOException brokenOff) {
            // Its core died: the visitor's side tells of it.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not close the site that users visit", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
