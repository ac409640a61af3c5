package io.fleetgram.parts.traffic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A site on the loopback address: {@code GET /bytes/N} answers with N zero bytes, {@code POST /swallow} takes any body and answers with its
 * length in decimal digits.
 */
public final class ByteTarget implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong served = new AtomicLong();
    private final AtomicLong swallowed = new AtomicLong();

    private ByteTarget(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/bytes/", exchange -> serve(exchange, served));
        server.createContext("/swallow", this::swallow);
        server.start();
    }

    public static ByteTarget start() {
        try {
            return new ByteTarget(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("No port for a byte target", e);
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** An address that answers with so many bytes. */
    public URI bytes(long count) {
        return URI.create("http://%s:%d/bytes/%d".formatted(host(), port(), count));
    }

    public URI swallowing() {
        return URI.create("http://%s:%d/swallow".formatted(host(), port()));
    }

    /** Bytes of bodies sent so far, in all answers. */
    public long served() {
        return served.get();
    }

    /** Bytes of bodies received so far, in all requests. */
    public long swallowed() {
        return swallowed.get();
    }

    static void serveBytes(HttpServer server) {
        server.createContext("/bytes/", exchange -> serve(exchange, new AtomicLong()));
    }

    private static void serve(HttpExchange exchange, AtomicLong served) throws IOException {
        try (exchange) {
            var left = Long.parseLong(exchange.getRequestURI().getPath().substring("/bytes/".length()));
            exchange.sendResponseHeaders(200, left == 0 ? -1 : left);
            var block = new byte[16 * 1024];
            while (left > 0) {
                var length = (int) Math.min(left, block.length);
                exchange.getResponseBody().write(block, 0, length);
                served.addAndGet(length);
                left -= length;
            }
        }
    }

    private void swallow(HttpExchange exchange) throws IOException {
        try (exchange) {
            var count = drain(exchange.getRequestBody());
            var answer = Long.toString(count).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private long drain(InputStream body) throws IOException {
        var block = new byte[16 * 1024];
        long count = 0;
        for (int read = body.read(block); read >= 0; read = body.read(block)) {
            count += read;
            swallowed.addAndGet(read);
        }
        return count;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
