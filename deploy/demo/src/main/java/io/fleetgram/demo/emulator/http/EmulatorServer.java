package io.fleetgram.demo.emulator.http;

import com.sun.net.httpserver.HttpServer;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.faults.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The emulator's HTTP server, on loopback only. */
public final class EmulatorServer implements AutoCloseable {

    static {
        // Without it answers wait up to 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Seconds; the default of 30 closes connections that a bot's client still thinks are good.
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private EmulatorServer(HttpServer server) {
        this.server = server;
    }

    /** Starts to serve; port 0 picks a free one. */
    public static EmulatorServer start(int port, World world, Faults faults, String token, InstantSource time)
            throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var server = new EmulatorServer(http);
        var requests = new Requests();
        var routes = new Routes();
        new MessageRoutes(world).addTo(routes);
        new ChatRoutes(world).addTo(routes);
        new PeopleRoutes(world).addTo(routes);
        new FaultRoutes(world, faults).addTo(routes);
        new RequestRoutes(world, requests).addTo(routes);
        http.createContext("/bot", new EndpointHandler(new BotApi(world, faults, requests, token, time)));
        http.createContext("/file/", new EndpointHandler(new BotFiles(world, token)));
        http.createContext("/", new EndpointHandler(new Page())).getFilters().add(new SameOrigin());
        http.createContext("/emulator/", new EndpointHandler(routes))
                .getFilters()
                .add(new SameOrigin());
        http.createContext("/emulator/events", new EventHandler(world))
                .getFilters()
                .add(new SameOrigin());
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
