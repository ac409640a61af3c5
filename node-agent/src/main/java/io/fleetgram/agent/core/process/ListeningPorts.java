package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds out by listening for a moment. */
final class ListeningPorts implements Ports {

    private static final Path PROC = Path.of("/proc");

    @Override
    public Availability of(String address, int port) {
        try (var socket = new ServerSocket()) {
            // Without this, connections of a core that ended a moment ago would count.
            socket.setReuseAddress(true);
            socket.bind(
                    address.isEmpty()
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
            return Availability.FREE;
        } catch (BindException e) {
            return meaning(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return Availability.NO_SUCH_ADDRESS;
        } catch (IOException unclear) {
            return Availability.FREE;
        }
    }

    @Override
    public List<String> owners(String address, int port) {
        return new PortOwners(PROC)
                .of(address, port).stream()
                        .map(pid -> "process %d (%s)".formatted(pid, name(pid)))
                        .toList();
    }

    private static String name(long pid) {
        try {
            return Files.readString(PROC.resolve(Long.toString(pid)).resolve("comm"))
                    .strip();
        } catch (IOException gone) {
            return "gone";
        }
    }

    /** A port that the agent may not have, for want of rights, may still be the core's to take. */
    private static Availability meaning(String error) {
        if (error.contains("in use")) {
            return Availability.TAKEN;
        }
        return error.contains("assign requested address") ? Availability.NO_SUCH_ADDRESS : Availability.FREE;
    }

    /** Returns a port of 127.0.0.1 that nobody has. */
    static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port of 127.0.0.1 is free", e);
        }
    }
}
