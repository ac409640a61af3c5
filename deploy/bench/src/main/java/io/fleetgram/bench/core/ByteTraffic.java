package io.fleetgram.bench.core;

import io.fleetgram.bench.bare.Entries;
import io.fleetgram.parts.vless.VlessClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** One byte there and one byte back for every account, so that the core counts it. */
final class ByteTraffic {

    private static final int AT_ONCE = 16;
    private static final int BACKLOG = 256;

    private ByteTraffic() {}

    /** Returns when each of the accounts below a number had its bytes. */
    static void through(int inboundPort, int accounts) throws IOException, InterruptedException {
        // The target is closed first: its thread waits in accept, and the executors wait for their threads.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var clients = Executors.newFixedThreadPool(AT_ONCE);
                var target = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            var unused = threads.submit(() -> echo(target, threads));
            var streams = IntStream.range(0, accounts)
                    .mapToObj(account -> clients.submit(() -> exchange(inboundPort, account, target.getLocalPort())))
                    .toList();
            for (var stream : streams) {
                ended(stream);
            }
        }
    }

    private static boolean echo(ServerSocket target, ExecutorService threads) throws IOException {
        while (!target.isClosed()) {
            var socket = target.accept();
            var unused = threads.submit(() -> {
                try (socket) {
                    socket.getOutputStream().write(socket.getInputStream().read());
                }
                return true;
            });
        }
        return true;
    }

    private static boolean exchange(int inboundPort, int account, int targetPort) throws IOException {
        try (var stream =
                new VlessClient("127.0.0.1", inboundPort, Entries.id(account)).open("127.0.0.1", targetPort)) {
            stream.output().write(1);
            if (stream.input().read() != 1) {
                throw new IOException("the core does not serve account " + account);
            }
        }
        return true;
    }

    private static void ended(Future<?> stream) throws IOException, InterruptedException {
        try {
            stream.get();
        } catch (ExecutionException e) {
            throw new IOException("a stream through the core failed", e);
        }
    }
}
