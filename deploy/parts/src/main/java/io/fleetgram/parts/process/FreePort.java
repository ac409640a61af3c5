package io.fleetgram.parts.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * A TCP port that nobody listened on a moment ago, on any address. It lies below the range from which Linux takes ports for
 * outgoing connections (32768 by default, {@code net.ipv4.ip_local_port_range}), so no connection made meanwhile can take it, and
 * programs that ask side by side hardly ever get the same one.
 */
public final class FreePort {

    private static final int FIRST = 14_000;
    private static final int END = 32_000;
    private static final int TRIES = 200;

    private FreePort() {}

    public static int find() {
        return find(RandomGenerator.getDefault());
    }

    static int find(RandomGenerator random) {
        for (var tries = 0; tries < TRIES; tries++) {
            var port = random.nextInt(FIRST, END);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port among %d tried from %d to %d".formatted(TRIES, FIRST, END - 1));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(false);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not look for a free port", e);
        }
    }
}
