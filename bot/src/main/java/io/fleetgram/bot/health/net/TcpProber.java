package io.fleetgram.bot.health.net;

import io.fleetgram.bot.health.PortOutcome;
import io.fleetgram.bot.health.PortOutcome.Closed;
import io.fleetgram.bot.health.PortOutcome.Open;
import io.fleetgram.bot.health.Prober;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Connects and hangs up, each target on a virtual thread of its own.
 *
 * <p>Names are looked up on platform threads: the lookup of the operating system holds a virtual thread's carrier, and a
 * few names that nobody answers for would hold up every other check.
 */
public final class TcpProber implements Prober, AutoCloseable {

    private static final int MOST_LOOKUPS = 64;
    /** Sockets open at once; what comes beside waits, and its own time has not begun. */
    private static final int MOST_SOCKETS = 4_000;

    private final ExecutorService lookups = Executors.newFixedThreadPool(
            MOST_LOOKUPS, Thread.ofPlatform().daemon().name("health-lookup-", 0).factory());
    private final Semaphore sockets = new Semaphore(MOST_SOCKETS);

    @Override
    public Map<Target, PortOutcome> probe(Collection<Target> targets, Duration most) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var addresses = new HashMap<String, Future<InetAddress>>();
            var attempts = new HashMap<Target, CompletableFuture<PortOutcome>>();
            targets.forEach(target -> {
                var address = addresses.computeIfAbsent(target.host(), this::lookUp);
                attempts.put(target, CompletableFuture.supplyAsync(() -> attempt(target, address, most), threads));
            });
            var outcomes = new HashMap<Target, PortOutcome>();
            attempts.forEach((target, attempt) -> outcomes.put(target, attempt.join()));
            addresses.values().forEach(address -> address.cancel(true));
            return outcomes;
        }
    }

    private Future<InetAddress> lookUp(String host) {
        return lookups.submit(() -> InetAddress.getByName(host));
    }

    private PortOutcome attempt(Target target, Future<InetAddress> address, Duration most) {
        try {
            sockets.acquire();
            try {
                return connect(target, address, most);
            } finally {
                sockets.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Closed("the check was cut off");
        }
    }

    private static PortOutcome connect(Target target, Future<InetAddress> address, Duration most)
            throws InterruptedException {
        long began = System.nanoTime();
        try (var socket = new Socket()) {
            var found = address.get(most.toMillis(), TimeUnit.MILLISECONDS);
            long left = most.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            long connecting = System.nanoTime();
            socket.connect(new InetSocketAddress(found, target.port()), (int) Math.max(1, left));
            return new Open(Duration.ofNanos(System.nanoTime() - connecting));
        } catch (ExecutionException e) {
            return new Closed(
                    e.getCause() instanceof UnknownHostException
                            ? "the name is not known"
                            : "the name cannot be looked up");
        } catch (TimeoutException | SocketTimeoutException e) {
            return new Closed("no answer in %d s".formatted(most.toSeconds()));
        } catch (NoRouteToHostException e) {
            return new Closed("no route");
        } catch (ConnectException e) {
            return new Closed(String.valueOf(e.getMessage()).contains("refused") ? "refused" : "cannot be reached");
        } catch (IOException e) {
            return new Closed("cannot be reached");
        }
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }
}
