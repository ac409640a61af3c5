package io.fleetgram.agent.probe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Serves the probe's pages on 127.0.0.1, one request at a time. */
public final class ProbeServer implements AutoCloseable {

    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final String JSON = "application/json";

    private final HttpServer server;

    private ProbeServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for any
     * @throws IOException if the port is taken
     */
    public static ProbeServer start(int port, Supplier<ProbeView> view) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        page(server, "/health", JSON, view, InfoPage::health, now -> now.isHealthy() ? OK : UNAVAILABLE);
        page(server, "/info", JSON, view, InfoPage::info, now -> OK);
        page(server, "/metrics", "text/plain; version=0.0.4", view, MetricsPage::of, now -> OK);
        server.start();
        return new ProbeServer(server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void page(
            HttpServer server,
            String path,
            String type,
            Supplier<ProbeView> view,
            Function<ProbeView, String> page,
            ToIntFunction<ProbeView> status) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (!exchange.getRequestMethod().equals("GET")) {
                    exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                    return;
                }
                var now = view.get();
                send(exchange, status.applyAsInt(now), type, page.apply(now));
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
